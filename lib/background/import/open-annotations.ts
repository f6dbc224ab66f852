import { type ForeignNote, readAnnotations } from '../../exchange/web-annotation/from-annotations';
import type { ToRead, WaitingNote } from '../../model/elsewhere';
import { asId, type NoteId } from '../../model/ids';
import { fail, ok } from '../../model/result';
import { normaliseUrl } from '../../page/canonical-url';
import type { Database } from '../../store/database';
import type { StoreFailure } from '../../store/write';
import { addForeignNotes, previewForeignNotes } from '../../store/foreign-notes';
import { undoImport } from '../../store/import-receipt';
import { type Opening, type RefusedEntry } from '../../model/opened-file';
import { MAX_TITLES } from './max-titles';

/** Annotations of the W3C model or of Hypothesis, as notes on kept articles or waiting for theirs. */
export async function openAnnotations(text: string, db?: Database): Promise<Opening<StoreFailure>> {
  const read = parse(text);
  if (!read) return fail('not-recognised');
  const at = Date.now();
  const refused: RefusedEntry[] = read.refused.map(({ entry, why }) => ({ record: entry, why }));
  const notes: WaitingNote[] = [];
  const titles = new Map<string, ToRead>();
  for (const foreign of read.notes) {
    const url = normaliseUrl(foreign.url);
    if (url === null) continue;
    notes.push(toWaiting(foreign, url, at));
    if (!titles.get(url)?.title) titles.set(url, { url, title: foreign.title, addedAt: at });
  }
  if (!notes.length) return fail(refused.length ? 'not-recognised' : 'nothing-in-it');
  const found = await previewForeignNotes(notes, db);
  if (!found.ok) return found;
  const list = [...titles.values()];
  return ok({
    preview: {
      kind: 'annotations',
      counts: { notes: notes.length, articles: list.length, ...found.value },
      titles: list.slice(0, MAX_TITLES).map(({ title, url }) => title || url),
      refused,
      canReplace: false,
    },
    take: async (_, work = {}) => {
      const added = await addForeignNotes(notes, list, work, db);
      if (!added.ok) return added;
      const { counts, receipt } = added.value;
      return ok({ counts: { ...counts }, refused, undo: (undoing) => undoImport(receipt, undoing, db) });
    },
    drop: () => Promise.resolve(),
  });
}

function toWaiting(foreign: ForeignNote, url: string, at: number): WaitingNote {
  const { selectors, body, tags, createdAt } = foreign;
  const id = asId<NoteId>(crypto.randomUUID());
  return { id, url, selectors, body, tags, colour: 'amber', createdAt: createdAt ?? at };
}

function parse(text: string): ReturnType<typeof readAnnotations> | null {
  try {
    return readAnnotations(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
