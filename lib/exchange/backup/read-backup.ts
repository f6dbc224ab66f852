import * as v from 'valibot';
import type { KeptRecord } from '../../model/kept';
import { KeptAsideSchema, KeptWholeSchema } from '../../model/schemas';
import { reasonOf } from '../reason';
import { BESIDE, BackupRefused, FORMAT, VERSION } from './format';

/** One record of the file: read, or refused with the reason; `record` counts from 1. */
export type BackupRecord =
  | ({ readonly record: number } & KeptRecord)
  | { readonly record: number; readonly refused: string };

/** Files of another layout are parsed whole, up to this many characters. */
const MAX_WHOLE_CHARS = 200_000_000;

/** A line longer than any article can be. */
const MAX_LINE_CHARS = 40_000_000;

const HEADER = /^\{"format":"hearsay-backup","version":(\d{1,9}),"articles":\[$/;

const WholeFile = v.object({
  format: v.literal(FORMAT),
  version: v.number(),
  articles: v.array(v.unknown()),
  beside: v.optional(v.array(v.unknown()), []),
});

/**
 * The records of a backup file, one by one, each checked by itself. Throws BackupRefused when the file is none, is of
 * a newer version, or ends too early; records given before that must then not be kept.
 */
export async function* readBackup(chunks: AsyncIterable<string>): AsyncGenerator<BackupRecord> {
  const lines = linesOf(chunks);
  const first = await lines.next();
  const head = first.done ? '' : first.value.replace(/^\uFEFF/, '');
  const version = HEADER.exec(head)?.[1];
  if (version === undefined) {
    yield* readWhole(head, lines);
    return;
  }
  checkVersion(Number(version));
  let record = 0;
  let toRecord = toArticle;
  for await (const line of lines) {
    if (line === ']}') return;
    if (line === BESIDE) toRecord = toAside;
    else if (line !== '') yield toRecord(++record, parse(line.replace(/,$/, '')));
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
  const { articles, beside } = parsed.output;
  for (const [i, one] of articles.entries()) yield toArticle(i + 1, one);
  for (const [i, one] of beside.entries()) yield toAside(articles.length + i + 1, one);
}

function checkVersion(version: number): void {
  if (version > VERSION) throw new BackupRefused('newer-version', version);
}

function toArticle(record: number, raw: unknown): BackupRecord {
  const parsed = v.safeParse(KeptWholeSchema, raw);
  return parsed.success ? { record, kept: parsed.output } : refused(record, parsed.issues[0]);
}

function toAside(record: number, raw: unknown): BackupRecord {
  const parsed = v.safeParse(KeptAsideSchema, raw);
  return parsed.success ? { record, aside: parsed.output } : refused(record, parsed.issues[0]);
}

function refused(record: number, issue: v.BaseIssue<unknown>): BackupRecord {
  return { record, refused: reasonOf([issue]) };
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
