import * as v from 'valibot';
import type { Selectors } from '../../model/selectors';
import { MAX_TEXT_CHARS } from '../../model/schemas';
import { cleanTag } from '../../model/tag';
import { reasonOf } from '../reason';

/** A note that comes from elsewhere, with the address of its article. */
export interface ForeignNote {
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly tags: readonly string[];
  /** Null when the note is on the whole article. */
  readonly selectors: Selectors | null;
  /** Epoch milliseconds, null where the file does not say. */
  readonly createdAt: number | null;
}

/** What was read, and which entries were not, by their place in the file (from 1) and why. */
export interface ForeignNotes {
  readonly notes: readonly ForeignNote[];
  readonly refused: readonly { readonly entry: number; readonly why: string }[];
}

/** What the store and a backup of it take. */
const Text = v.pipe(v.string(), v.maxLength(100_000));
const MAX_CONTEXT_CHARS = 500;
const MAX_TAGS = 100;
const Url = v.pipe(Text, v.regex(/^https?:\/\//i, 'not a web address'));

const QuoteSelector = v.object({
  type: v.literal('TextQuoteSelector'),
  exact: Text,
  prefix: v.optional(Text, ''),
  suffix: v.optional(Text, ''),
});
const PositionSelector = v.object({
  type: v.literal('TextPositionSelector'),
  start: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  end: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

const Body = v.object({
  value: Text,
  purpose: v.optional(v.string(), 'commenting'),
});

const Target = v.union([
  v.pipe(
    Url,
    v.transform((source) => ({ source, selector: [] as unknown[] })),
  ),
  v.object({ source: Url, selector: v.optional(listOf(v.unknown()), []) }),
]);

const W3c = v.object({
  target: v.union([
    Target,
    v.pipe(
      v.array(Target),
      v.minLength(1),
      v.transform((all) => all[0]),
    ),
  ]),
  body: v.optional(
    listOf(
      v.union([
        Body,
        v.pipe(
          Text,
          v.transform((value) => ({ value, purpose: 'commenting' })),
        ),
      ]),
    ),
    [],
  ),
  bodyValue: v.optional(Text, ''),
  motivation: v.optional(listOf(v.string()), []),
  created: v.optional(v.string()),
});

/** Hypothesis writes its own envelope around W3C selectors (https://h.readthedocs.io/en/latest/api-reference/v1/). */
const Hypothesis = v.object({
  uri: Url,
  text: v.optional(Text, ''),
  tags: v.optional(v.array(Text), []),
  target: v.optional(v.array(v.object({ selector: v.optional(v.array(v.unknown()), []) })), []),
  document: v.optional(v.object({ title: v.optional(listOf(Text), []) })),
  created: v.optional(v.string()),
});

/**
 * Notes of a W3C annotation, collection, page or list of annotations, or of a Hypothesis export
 * (`{"rows":[…]}`, `{"annotations":[…]}` or a list). Each entry is checked by itself: one that is no annotation is
 * named in `refused`, the others are read. Annotations that only identify a speaker are Hearsay's own claims and
 * no notes. Throws a SyntaxError when the file is not JSON at all.
 */
export function readAnnotations(file: string): ForeignNotes {
  const parsed: unknown = JSON.parse(file.replace(/^\uFEFF/, ''));
  const notes: ForeignNote[] = [];
  const refused: { entry: number; why: string }[] = [];
  for (const [i, entry] of entriesOf(parsed).entries()) {
    const hypothesis = v.safeParse(Hypothesis, entry);
    const w3c = v.safeParse(W3c, entry);
    if (hypothesis.success) notes.push(fromHypothesis(hypothesis.output));
    else if (w3c.success) notes.push(...fromW3c(w3c.output));
    else refused.push({ entry: i + 1, why: reasonOf(w3c.issues) });
  }
  return { notes, refused };
}

function entriesOf(parsed: unknown): readonly unknown[] {
  if (Array.isArray(parsed)) return parsed;
  const holder = v.safeParse(
    v.object({
      rows: v.optional(v.array(v.unknown())),
      annotations: v.optional(v.array(v.unknown())),
      items: v.optional(v.array(v.unknown())),
      first: v.optional(v.object({ items: v.array(v.unknown()) })),
    }),
    parsed,
  );
  const { rows, annotations, items, first } = holder.success ? holder.output : {};
  return rows ?? annotations ?? items ?? first?.items ?? [parsed];
}

function fromW3c(entry: v.InferOutput<typeof W3c>): ForeignNote[] {
  if (entry.motivation.includes('identifying') || !entry.target) return [];
  const texts = entry.body.filter((b) => b.purpose !== 'tagging' && b.purpose !== 'identifying').map((b) => b.value);
  return [
    {
      url: entry.target.source,
      title: '',
      body: [...texts, entry.bodyValue].filter(Boolean).join('\n\n'),
      tags: cleanTags(entry.body.filter((b) => b.purpose === 'tagging').map((b) => b.value)),
      selectors: toSelectors(entry.target.selector),
      createdAt: toTime(entry.created),
    },
  ];
}

function fromHypothesis(entry: v.InferOutput<typeof Hypothesis>): ForeignNote {
  return {
    url: entry.uri,
    title: entry.document?.title[0] ?? '',
    body: entry.text,
    tags: cleanTags(entry.tags),
    selectors: toSelectors(entry.target[0]?.selector ?? []),
    createdAt: toTime(entry.created),
  };
}

function toSelectors(list: readonly unknown[]): Selectors | null {
  const find = <Schema extends v.GenericSchema>(schema: Schema): v.InferOutput<Schema> | null => {
    for (const one of list) {
      const parsed = v.safeParse(schema, one);
      if (parsed.success) return parsed.output;
    }
    return null;
  };
  const quote = find(QuoteSelector);
  if (!quote) return null;
  const position = find(PositionSelector);
  const isFit = position && position.start < position.end && position.start + quote.exact.length <= MAX_TEXT_CHARS;
  const start = isFit ? position.start : 0;
  const prefix = quote.prefix.slice(-MAX_CONTEXT_CHARS);
  const suffix = quote.suffix.slice(0, MAX_CONTEXT_CHARS);
  return { exact: quote.exact, prefix, suffix, start, end: start + quote.exact.length };
}

function cleanTags(tags: readonly string[]): string[] {
  return [...new Set(tags.map(cleanTag).filter(Boolean))].slice(0, MAX_TAGS);
}

function toTime(iso: string | undefined): number | null {
  const time = iso === undefined ? Number.NaN : Date.parse(iso);
  return Number.isNaN(time) ? null : time;
}

/** JSON-LD lets a list of one stand without its brackets. */
function listOf<Schema extends v.GenericSchema>(schema: Schema) {
  return v.union([
    v.array(schema),
    v.pipe(
      schema,
      v.transform((one) => [one]),
    ),
  ]);
}
