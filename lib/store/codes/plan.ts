/**
 * Plans what a change of the codebook does to its rows and to the notes that bear its tags. Pure: takes the rows as
 * they are and gives the rows to write, so that one transaction does all of it and the same list takes it back.
 */
import { type Code, type CodeRefusal, isCodeKey, isSameName, undefinedCode } from '../../model/code';
import type { CodingChange, Replaced } from '../../model/coding';
import type { Note } from '../../model/note';
import { type Result, fail, ok } from '../../model/result';
import { cleanTag } from '../../model/tag';

/** The codebook as it is, and the notes that the change is about. */
export interface Coded {
  readonly codes: readonly Code[];
  readonly notes: readonly Note[];
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Takes a new code (`was` null) or other texts, another name, place, colour or key for one that is there. */
export function planSave(
  { codes, notes, now }: Coded,
  /** Every name that is taken, of codes as of tags that nobody defined. */
  names: readonly string[],
  was: string | null,
  draft: Code,
): Result<CodingChange, CodeRefusal> {
  const code = { ...draft, name: cleanTag(draft.name), key: draft.key.trim().toLocaleLowerCase() };
  const others = codes.filter(({ name }) => name !== was);
  if (code.name === '') return fail('no-name');
  if (names.some((name) => name !== was && isSameName(name, code.name))) return fail('name-taken');
  if (code.key !== '' && !isCodeKey(code.key)) return fail('key-unfit');
  if (code.key !== '' && others.some(({ key }) => key === code.key)) return fail('key-taken');
  if (code.parent !== null && [code.name, was, ...below(codes, was)].includes(code.parent)) return fail('cycle');
  const before = codes.find(({ name }) => name === was) ?? null;
  if (was === null || was === code.name) return ok({ codes: [{ before, after: code }], notes: [] });
  return ok({
    codes: [
      ...(before ? [{ before, after: null }] : []),
      { before: null, after: code },
      ...moveChildren(codes, was, () => code.name),
    ],
    notes: notes.map((note) => retag(note, was, code.name, now)),
  });
}

/** Everything coded with `from` is coded with `into` from now on; the codes below `from` move below `into`. */
export function planMerge({ codes, notes, now }: Coded, from: string, into: string): CodingChange {
  const gone = codes.find(({ name }) => name === from) ?? null;
  const kept = codes.find(({ name }) => name === into) ?? null;
  // Where `into` stands below `from`, the codes between them move up: below `into` they would be above themselves.
  const above = ancestors(codes, into);
  const up = gone?.parent ?? null;
  const moved = moveChildren(codes, from, (child) => (child === into || above.includes(child) ? up : into));
  const defined = {
    ...(gone ?? undefinedCode(from)),
    name: into,
    parent: ancestors(codes, from).includes(into) ? null : up,
  };
  return {
    codes: [
      ...(gone ? [{ before: gone, after: null }] : []),
      // A tag that nobody defined takes over the definition.
      ...(gone && !kept ? [{ before: null, after: defined }] : []),
      ...moved,
    ],
    notes: notes.map((note) => retag(note, from, into, now)),
  };
}

/** These notes are coded with the new code in place of `from`. */
export function planSplit(
  { codes, notes, now }: Coded,
  names: readonly string[],
  from: string,
  code: Code,
): Result<CodingChange, CodeRefusal> {
  const saved = planSave({ codes, notes: [], now }, names, null, code);
  if (!saved.ok) return saved;
  const name = saved.value.codes[0]?.after?.name ?? '';
  return ok({ codes: saved.value.codes, notes: notes.map((note) => retag(note, from, name, now)) });
}

/** The code and its tag are gone; the codes below it move up. A note that held nothing else is deleted. */
export function planDelete({ codes, notes, now }: Coded, name: string): CodingChange {
  const gone = codes.find((code) => code.name === name) ?? null;
  return {
    codes: [...(gone ? [{ before: gone, after: null }] : []), ...moveChildren(codes, name, () => gone?.parent ?? null)],
    notes: notes.map((note) => untag(note, name, now)),
  };
}

/** The note without a tag; deleted when nothing is left of it, as a highlight of a passage is left. */
export function untag(before: Note, tag: string, now: number): Replaced<Note> {
  const tags = before.tags.filter((each) => each !== tag);
  const isBare = tags.length === 0 && before.body === '' && (before.selectors === null || before.about !== undefined);
  return { before, after: isBare ? null : changed(before, tags, now) };
}

/** The note with other tags, as a write of its own. */
export function changed(note: Note, tags: readonly string[], now: number): Note {
  return { ...note, tags, updatedAt: now, revision: note.revision + 1 };
}

function retag(before: Note, from: string, to: string, now: number): Replaced<Note> {
  const tags = [...new Set(before.tags.map((tag) => (tag === from ? to : tag)))];
  return { before, after: changed(before, tags, now) };
}

function moveChildren(codes: readonly Code[], parent: string, to: (child: string) => string | null): Replaced<Code>[] {
  return codes
    .filter((code) => code.parent === parent)
    .map((before) => ({ before, after: { ...before, parent: to(before.name) } }));
}

/** The names of all codes below this one. */
export function below(codes: readonly Code[], name: string | null): readonly string[] {
  if (name === null) return [];
  const found = new Set<string>();
  const look = [name];
  for (let at = look.pop(); at !== undefined; at = look.pop())
    for (const code of codes)
      if (code.parent === at && code.name !== name && !found.has(code.name)) {
        found.add(code.name);
        look.push(code.name);
      }
  return [...found];
}

/** The names of the codes above this one, the nearest first. */
function ancestors(codes: readonly Code[], name: string): readonly string[] {
  const found: string[] = [];
  for (let at = parentOf(codes, name); at !== null && !found.includes(at); at = parentOf(codes, at)) found.push(at);
  return found;
}

function parentOf(codes: readonly Code[], name: string): string | null {
  return codes.find((code) => code.name === name)?.parent ?? null;
}
