import * as v from 'valibot';
import type { Code } from '../../model/code';
import type { KeptWhole } from '../../model/kept';
import type { SameActor } from '../../model/known-actor';
import { CodeSchema, KeptWholeSchema, SameActorSchema } from '../../model/schemas';
import { BackupRefused, FORMAT, VERSION } from './format';

/** One record of the file: read, or refused with the reason; `record` counts its like from 1. */
export type BackupRecord =
  | { readonly record: number; readonly kept: KeptWhole }
  | { readonly record: number; readonly code: Code }
  | { readonly record: number; readonly sameActor: SameActor }
  | { readonly record: number; readonly refused: string };

/** Files of another layout are parsed whole, up to this many characters. */
const MAX_WHOLE_CHARS = 200_000_000;

/** A line longer than any article can be. */
const MAX_LINE_CHARS = 40_000_000;

/** How the first line ends; what stands before it is read once the line is closed. */
const ARTICLES = '"articles":[';

const WholeFile = v.object({
  format: v.literal(FORMAT),
  version: v.number(),
  codes: v.optional(v.array(v.unknown()), []),
  sameActors: v.optional(v.array(v.unknown()), []),
  articles: v.array(v.unknown()),
});

/**
 * The records of a backup file, one by one, each checked by itself. Throws BackupRefused when the file is none, is of
 * a newer version, or ends too early; records given before that must then not be kept.
 */
export async function* readBackup(chunks: AsyncIterable<string>): AsyncGenerator<BackupRecord> {
  const lines = linesOf(chunks);
  const first = await lines.next();
  const head = first.done ? '' : first.value.replace(/^\uFEFF/, '');
  const parsed = head.endsWith(ARTICLES) ? v.safeParse(WholeFile, parse(`${head}]}`)) : null;
  if (!parsed?.success) {
    yield* readWhole(head, lines);
    return;
  }
  checkVersion(parsed.output.version);
  yield* headOf(parsed.output);
  let record = 0;
  for await (const line of lines) {
    if (line === ']}') return;
    if (line === '') continue;
    record++;
    yield toRecord(record, parse(line.replace(/,$/, '')));
  }
  throw new BackupRefused('cut-off');
}

async function* readWhole(head: string, lines: AsyncIterable<string>): AsyncGenerator<BackupRecord> {
  let text = head;
  for await (const line of lines) {
    text += `\n${line}`;
    if (text.length > MAX_WHOLE_CHARS) throw new BackupRefused('not-a-backup');
  }
  const parsed = v.safeParse(WholeFile, parse(text));
  if (!parsed.success) throw new BackupRefused(text.includes(`"${FORMAT}"`) ? 'cut-off' : 'not-a-backup');
  checkVersion(parsed.output.version);
  yield* headOf(parsed.output);
  for (const [i, one] of parsed.output.articles.entries()) yield toRecord(i + 1, one);
}

function checkVersion(version: number): void {
  if (version > VERSION) throw new BackupRefused('newer-version', version);
}

function headOf({ codes, sameActors }: v.InferOutput<typeof WholeFile>): BackupRecord[] {
  return [...codes.map(toCode), ...sameActors.map(toSameActor)];
}

function toSameActor(raw: unknown, index: number): BackupRecord {
  const parsed = v.safeParse(SameActorSchema, raw);
  return {
    record: index + 1,
    ...(parsed.success ? { sameActor: parsed.output } : { refused: `same actor: ${why(parsed.issues)}` }),
  };
}

function toCode(raw: unknown, index: number): BackupRecord {
  const parsed = v.safeParse(CodeSchema, raw);
  return {
    record: index + 1,
    ...(parsed.success ? { code: parsed.output } : { refused: `code: ${why(parsed.issues)}` }),
  };
}

function toRecord(record: number, raw: unknown): BackupRecord {
  const parsed = v.safeParse(KeptWholeSchema, raw);
  return { record, ...(parsed.success ? { kept: parsed.output } : { refused: why(parsed.issues) }) };
}

function why([first]: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  return v.summarize([first]).replace(/\s+/g, ' ').slice(0, 200);
}

/** The value of a JSON text; undefined when it is none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > MAX_LINE_CHARS) throw new BackupRefused('not-a-backup');
    yield* lines.map((line) => line.replace(/\r$/, ''));
  }
  if (rest) yield rest;
}
