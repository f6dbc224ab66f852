import * as v from 'valibot';
import { fitsText, spansFit } from '../model/fits-text';
import {
  AnalysisSchema,
  ArticleSchema,
  ChangeIdSchema,
  ClaimIdSchema,
  ClippingSchema,
  LongText,
  MAX_LIST,
  NoteIdSchema,
  NoteSchema,
  SelectorsSchema,
  SpanSchema,
  VerdictSchema,
  VersionMarkSchema,
} from '../model/schemas';
import type { TabCalls } from './protocol';
import { LayersSchema } from './schemas';

/**
 * Strict schemas of what a content script answers. It runs in the process of the page, so an answer is trusted no more
 * than a call: what does not fit counts as no answer.
 */

const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.maxLength(MAX_LIST));

const WordsSchema = v.pipe(
  v.strictObject({ ...SpanSchema.entries, lead: LongText, words: LongText, tail: LongText }),
  v.check(({ start, end }) => start <= end, 'ends before it starts'),
);
const CHANGE = { id: ChangeIdSchema, kind: v.picklist(['quotation', 'number', 'name']) } as const;
const ChangeSchema = v.variant('how', [
  v.strictObject({ ...CHANGE, how: v.literal('changed'), before: WordsSchema, after: WordsSchema }),
  v.strictObject({ ...CHANGE, how: v.literal('removed'), before: WordsSchema, after: v.null() }),
  v.strictObject({ ...CHANGE, how: v.literal('added'), before: v.null(), after: WordsSchema }),
]);

const FOCUS = v.picklist(['body', 'tags']);
const RequestSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('note'), selectors: SelectorsSchema, focus: FOCUS }),
  v.strictObject({ kind: v.literal('edit'), note: NoteIdSchema, focus: FOCUS }),
  v.strictObject({ kind: v.picklist(['speaker', 'before']), claim: ClaimIdSchema }),
]);

const REASONS = [
  'not-an-article',
  'not-english',
  'too-large',
  'no-text',
  'pdf',
  'browser-page',
  'frame',
  'failed',
] as const;

const ReadSchema = v.strictObject({
  state: v.literal('read'),
  article: ArticleSchema,
  analysis: AnalysisSchema,
  verdicts: list(v.strictObject({ claim: ClaimIdSchema, verdict: VerdictSchema })),
  clipping: v.nullable(ClippingSchema),
  notes: list(v.strictObject({ note: NoteSchema, span: v.nullable(SpanSchema) })),
  changes: list(ChangeSchema),
  versions: list(VersionMarkSchema),
  layers: LayersSchema,
  canPaint: v.boolean(),
  notice: v.nullable(v.picklist(['not-english', 'partial'])),
  asked: v.nullable(RequestSchema),
});

/** The page as its content script tells it; everything that points into the text lies within it. */
export const PageViewSchema = v.pipe(
  v.variant('state', [
    v.strictObject({ state: v.literal('reading') }),
    v.strictObject({
      state: v.literal('not-read'),
      reason: v.picklist(REASONS),
      canReadAnyway: v.boolean(),
      url: v.pipe(v.string(), v.maxLength(100_000)),
    }),
    ReadSchema,
  ]),
  v.check((view) => view.state !== 'read' || isWhole(view), 'points outside of its text'),
);

function isWhole({ article, analysis, notes, changes }: v.InferOutput<typeof ReadSchema>): boolean {
  const { text, blocks } = article;
  const places = [...notes.map(({ span }) => span), ...changes.map(({ after }) => after)];
  return (
    fitsText(text, blocks, analysis) &&
    spansFit(
      places.filter((place) => place !== null),
      text.length,
    )
  );
}

const FAILURE = v.strictObject({
  ok: v.literal(false),
  reason: v.picklist(['storage-full', 'conflict', 'not-found', 'storage-failed', 'newer-data']),
});
const written = <Value extends v.GenericSchema>(value: Value) =>
  v.union([v.strictObject({ ok: v.literal(true), value }), FAILURE]);

/** Answers to TabCalls. */
export const TAB_ANSWERS = {
  view: PageViewSchema,
  readAnyway: PageViewSchema,
  reveal: v.boolean(),
  point: v.null(),
  setLayer: v.null(),
  keep: written(ClippingSchema),
  addNote: written(NoteSchema),
  correct: written(v.null()),
  settle: v.null(),
  focusPage: v.boolean(),
  refresh: v.null(),
  leave: v.null(),
} as const satisfies { readonly [Name in keyof TabCalls]: v.GenericSchema<unknown, ReturnType<TabCalls[Name]>> };
