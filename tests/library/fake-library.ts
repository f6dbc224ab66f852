import type { LibraryPort, OpenView } from '../../components/library/port';
import type { FilePart } from '../../lib/exchange/file-formats';
import { join } from '../../lib/foreground/known';
import { asId, type ClippingId } from '../../lib/model/ids';
import type { Code } from '../../lib/model/code';
import type { Kept } from '../../lib/model/kept';
import type { Note, NoteDraft } from '../../lib/model/note';
import { planPlaces } from '../../lib/store/codes/tag-many';
import { fail, ok } from '../../lib/model/result';
import { snippetOf } from '../../lib/search/snippet';
import { stem } from '../../lib/search/stem';
import { wordsOf } from '../../lib/search/terms';
import { fakeActors } from './fake-actors';
import { fakeCodes } from './fake-codes';
import { fakePort } from '../panel/fake-port';

/** A library port on kept clippings in memory that remembers what was downloaded and drops nothing on its own. */
export interface FakeLibrary extends LibraryPort {
  readonly downloads: { readonly name: string; readonly parts: readonly FilePart[]; readonly type: string }[];
  readonly now: () => readonly Kept[];
}

export function fakeLibrary(library: readonly Kept[], codes: readonly Code[] = []): FakeLibrary {
  let all = library.toReversed();
  const listeners = new Set<() => void>();
  const change = (next: readonly Kept[]) => {
    all = [...next];
    for (const listener of listeners) listener();
    return ok(null);
  };
  const follow = (tell: () => void) => {
    tell();
    listeners.add(tell);
    return () => void listeners.delete(tell);
  };
  const setTrashed = (ids: readonly ClippingId[], trashedAt: number) => {
    change(all.map((k) => (ids.includes(k.clipping.id) ? { ...k, clipping: { ...k.clipping, trashedAt } } : k)));
    return ok(all.filter(({ clipping }) => ids.includes(clipping.id)).length);
  };
  const downloads: FakeLibrary['downloads'] = [];
  const setAllNotes = (notes: readonly Note[]) =>
    void change(all.map((k) => ({ ...k, notes: notes.filter(({ clippingId }) => clippingId === k.clipping.id) })));
  const codebook = fakeCodes({ notes: () => all.flatMap(({ notes }) => notes), setNotes: setAllNotes, follow }, codes);
  return {
    knownActors: fakeActors(() => all, follow),
    codes: codebook,
    downloads,
    now: () => all,
    followClippings: (onFound) => follow(() => onFound(ok(all.map(({ clipping }) => clipping)))),
    followNotes: (onFound) => follow(() => onFound(ok(all.flatMap(({ notes }) => notes)))),
    actorNames: async (ids) =>
      ok(
        new Map(
          all
            .filter(({ clipping }) => ids.includes(clipping.id))
            .map(({ clipping, text }) => [clipping.id, text.analysis.actors.map(({ name }) => name)]),
        ),
      ),
    searchTexts: async (query, _, onFound) => {
      const found = all.filter(({ text }) => text.text.toLowerCase().includes(query.toLowerCase()));
      onFound(new Set(found.map(({ clipping }) => clipping.id)));
      return ok(null);
    },
    snippets: async (query, ids) =>
      ok(
        new Map(
          all
            .filter(({ clipping }) => ids.includes(clipping.id))
            .map(({ clipping, text }) => [clipping.id, snippetOf(text.text, wordsOf(query).map(stem))]),
        ),
      ),
    followOne: (id, onFound) =>
      follow(() => {
        const kept = all.find(({ clipping }) => clipping.id === id);
        onFound(ok(kept ? viewOf(kept) : null));
      }),
    reading: (view) => {
      // Asked each time: the view is there only once it is shown.
      const shown = () => view()?.clipping.id;
      const setNotes = (update: (notes: Kept['notes']) => Kept['notes']) =>
        change(all.map((k) => (k.clipping.id === shown() ? { ...k, notes: update(k.notes) } : k)));
      return {
        ...fakePort({ view: null }),
        addNote: async (draft) => {
          const id = shown();
          if (id !== undefined) setNotes((notes) => [...notes, noteOf(draft, id, notes.length)]);
          return ok(null);
        },
        tagPlaces: async (places, tag, on) => {
          const id = shown();
          const here = all.find(({ clipping }) => clipping.id === id)?.notes ?? [];
          if (id === undefined) return fail('not-found');
          const notes = planPlaces(here, id, places, tag, on, here.length);
          const touched = notes.flatMap(({ before }) => before?.id ?? []);
          setNotes((now) => [
            ...now.filter((n) => !touched.includes(n.id)),
            ...notes.flatMap(({ after }) => after ?? []),
          ]);
          return ok({ codes: [], notes });
        },
        takeBack: (done) => codebook.takeBack(done),
        editNote: async (note, revision, draft) =>
          setNotes((notes) => notes.map((n) => (n.id === note ? { ...n, ...draft, revision: revision + 1 } : n))),
        deleteNote: async (note) => setNotes((notes) => notes.filter((n) => n.id !== note)),
        restoreNote: async (note) => setNotes((notes) => [...notes, note]),
      };
    },
    trash: async (ids) => setTrashed(ids, 1),
    restore: async (ids) => setTrashed(ids, 0),
    erase: async (ids) => {
      change(all.filter(({ clipping }) => !ids.includes(clipping.id)));
      return ok(ids.length);
    },
    kept: async (ids) => ok(ids.flatMap((id) => all.filter(({ clipping }) => clipping.id === id))),
    clippings: async (ids) => ok(all.map(({ clipping }) => clipping).filter(({ id }) => ids.includes(id))),
    backup: async () => ok(null),
    download: (name, parts, type) => void downloads.push({ name, parts, type }),
    importing: { openFile: async () => fail('not-recognised') },
    toRead: {
      follow: (onList) => (onList(ok([])), () => {}),
      remove: async () => ok({ toRead: [], waiting: [] }),
      restore: async () => ok(null),
    },
  };
}

function viewOf(kept: Kept): OpenView {
  const { clipping, text } = kept;
  const article = { meta: clipping.meta, text: text.text, blocks: text.blocks };
  return {
    state: 'read',
    article,
    ...join({ article, found: text.analysis, memory: { ...kept, changes: [], versions: [] } }),
    clipping,
    versions: [],
    layers: { claims: true, actors: false, notes: true },
    canPaint: true,
    notice: null,
    asked: null,
  };
}

function noteOf(draft: NoteDraft, clippingId: ClippingId, number: number): Note {
  return { ...draft, id: asId(`new ${number}`), clippingId, createdAt: number, updatedAt: number, revision: 1 };
}
