import type { Later } from '../messages/later';
import type { Memory, PageCalls } from '../messages/protocol';
import type { Analysis } from '../model/analysis';
import type { Clipping, ClippingDraft } from '../model/clipping';
import { asId, type ClippingId, type CorrectionId, type NoteId } from '../model/ids';
import type { Note } from '../model/note';
import { fail, ok } from '../model/result';

/**
 * What the page side asks of the worker, answered in memory: for a sample article on a page of our own, which can be tried
 * like any other and of which nothing is kept.
 */
export function sampleWorker(analyse: (text: string) => Promise<Analysis>): Later<PageCalls> {
  let memory: Memory | null = null;
  const keep = (draft: ClippingDraft): Memory => (memory ??= memoryOf(draft));
  const change = (part: Partial<Memory>) => {
    if (memory) memory = { ...memory, ...part };
  };
  return {
    prepare: async () => null,
    analyse: async (text) => ok(await analyse(text)),
    remember: async () => ok(memory),
    keep: async (draft) => ok(keep(draft).clipping),
    addNote: async (draft, note) => {
      const { clipping, notes } = keep(draft);
      const id = asId<NoteId>(crypto.randomUUID());
      const now = Date.now();
      const added: Note = { ...note, id, clippingId: clipping.id, createdAt: now, updatedAt: now, revision: 1 };
      change({ notes: [...notes, added] });
      return ok(added);
    },
    editNote: async (id, revision, draft) => {
      const before = memory?.notes.find((note) => note.id === id);
      if (!before) return fail('not-found');
      const note = { ...before, ...draft, revision: revision + 1 };
      change({ notes: memory?.notes.map((each) => (each.id === id ? note : each)) ?? [] });
      return ok(note);
    },
    deleteNote: async (id) => {
      change({ notes: memory?.notes.filter((note) => note.id !== id) ?? [] });
      return ok(null);
    },
    correct: async (draft, content, verdict) => {
      const { clipping, corrections } = keep(draft);
      const others = corrections.filter((each) => each.content.start !== content.start);
      const id = asId<CorrectionId>(crypto.randomUUID());
      const mine = verdict ? [{ id, clippingId: clipping.id, content, verdict, createdAt: Date.now() }] : [];
      change({ corrections: [...others, ...mine] });
      return ok(null);
    },
    completeTag: async () => ok([]),
    openPanel: async () => fail('no-gesture'),
  };
}

function memoryOf({ article, analysis }: ClippingDraft): Memory {
  const clippingId = asId<ClippingId>('sample');
  const now = Date.now();
  const clipping: Clipping = {
    id: clippingId,
    meta: article.meta,
    urls: [],
    textHash: '',
    savedAt: now,
    updatedAt: now,
    words: 0,
    claims: analysis.claims.length,
    actors: analysis.actors.length,
    trashedAt: 0,
  };
  const text = { clippingId, text: article.text, blocks: article.blocks, analysis };
  return { clipping, text, notes: [], corrections: [], changes: [], versions: [] };
}
