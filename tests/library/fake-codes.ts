import type { CodesPort } from '../../components/codebook/port';
import { type Code, type CodeUse, undefinedCode } from '../../lib/model/code';
import type { CodingChange } from '../../lib/model/coding';
import type { Note } from '../../lib/model/note';
import { ok } from '../../lib/model/result';
import { planDelete, planMerge, planSave, planSplit } from '../../lib/store/codes/plan';

/** What the codebook works on in memory: codes of its own and the notes of the library around it. */
export interface CodesDesk {
  readonly notes: () => readonly Note[];
  readonly setNotes: (notes: readonly Note[]) => void;
  readonly follow: (tell: () => void) => () => void;
}

/** A codebook in memory that plans as the real one does; `codes` gives its rows as they are now. */
export function fakeCodes(
  desk: CodesDesk,
  first: readonly Code[] = [],
): CodesPort & { readonly codes: () => readonly Code[] } {
  let codes = [...first];
  const uses = (): readonly CodeUse[] => {
    const tags = new Set(desk.notes().flatMap((note) => note.tags));
    const defined = new Set(codes.map(({ name }) => name));
    const all = [...codes, ...[...tags].filter((tag) => !defined.has(tag)).map(undefinedCode)];
    return all.map((code) => {
      const coded = desk.notes().filter((note) => note.tags.includes(code.name));
      const articles = new Set(coded.map(({ clippingId }) => clippingId)).size;
      return { code, isDefined: defined.has(code.name), notes: coded.length, articles };
    });
  };
  const write = (done: CodingChange) => {
    const gone = done.codes.flatMap(({ before }) => before?.name ?? []);
    codes = [...codes.filter(({ name }) => !gone.includes(name)), ...done.codes.flatMap(({ after }) => after ?? [])];
    const touched = done.notes.flatMap(({ before, after }) => (before ?? after)?.id ?? []);
    desk.setNotes([
      ...desk.notes().filter(({ id }) => !touched.includes(id)),
      ...done.notes.flatMap(({ after }) => after ?? []),
    ]);
    return ok(done);
  };
  const coded = (name: string) => ({ codes, notes: desk.notes().filter((note) => note.tags.includes(name)), now: 1 });
  const names = () => uses().map(({ code }) => code.name);
  return {
    codes: () => codes,
    follow: (onFound) => desk.follow(() => onFound(ok(uses()))),
    notes: async (name) => ok(coded(name).notes),
    save: async (was, code) => {
      const planned = planSave(coded(was?.name ?? ''), names(), was?.name ?? null, code);
      return planned.ok ? write(planned.value) : planned;
    },
    merge: async (from, into) => write(planMerge(coded(from), from, into)),
    split: async (from, code, notes) => {
      const chosen = { ...coded(from), notes: coded(from).notes.filter(({ id }) => notes.includes(id)) };
      const planned = planSplit(chosen, names(), from, code);
      return planned.ok ? write(planned.value) : planned;
    },
    remove: async (name) => write(planDelete(coded(name), name)),
    tagClippings: async (ids, tag, on) => {
      const tagged = desk
        .notes()
        .filter(({ clippingId, tags }) => ids.includes(clippingId) && tags.includes(tag) !== on);
      const set = (tags: readonly string[]) => (on ? [...tags, tag] : tags.filter((each) => each !== tag));
      return write({
        codes: [],
        notes: tagged.map((before) => ({ before, after: { ...before, tags: set(before.tags) } })),
      });
    },
    takeBack: async (done) => {
      const turn = <Row>(rows: readonly { before: Row | null; after: Row | null }[]) =>
        rows.map(({ before, after }) => ({ before: after, after: before }));
      write({ codes: turn(done.codes), notes: turn(done.notes) });
      return ok(null);
    },
  };
}
