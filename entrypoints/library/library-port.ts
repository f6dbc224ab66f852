import type { LibraryPort, OpenView, StorePort } from '../../components/library/port';
import { describe } from '../../lib/anchoring/describe';
import { compareEditions } from '../../lib/anchoring/editions';
import { exportBackup } from '../../lib/background/backup';
import { openFile } from '../../lib/background/import/open-file';
import { join } from '../../lib/foreground/known';
import type { ClippingDraft } from '../../lib/model/clipping';
import type { Kept } from '../../lib/model/kept';
import { fail, ok, type Result } from '../../lib/model/result';
import type { Version } from '../../lib/model/version';
import { cover } from '../../lib/model/span';
import { takeBack } from '../../lib/store/codes/codebook';
import { tagPlaces } from '../../lib/store/codes/tag-many';
import { findClippings, getKept } from '../../lib/store/clippings';
import { addNote, correct, deleteNote, editNote, restoreNote, tagsBeginningWith } from '../../lib/store/notes';
import { actorsOfClippings, followClippings, followNotes, getManyKept } from '../../lib/store/reading-list';
import { changeDecisions } from '../../lib/store/actors/decisions';
import { followActors, spokenIn } from '../../lib/store/actors/follow-actors';
import { findSaidBefore } from '../../lib/store/actors/said-before';
import { findRelated } from '../../lib/store/related';
import { findQuotedElsewhere } from '../../lib/store/quoted-elsewhere';
import { tellFound } from '../../lib/store/search';
import { followToRead, removeToRead, restoreToRead } from '../../lib/store/to-read';
import { findSnippets } from '../../lib/store/snippets';
import { eraseClippings, trashClippings, untrashClippings } from '../../lib/store/trash';
import { listVersions, markOf, readVersion } from '../../lib/store/versions';
import { watchClipping } from '../../lib/store/watch';
import { readDrafts, writeDrafts } from '../sidepanel/stored-drafts';
import { codesPort } from './codes-port';

/** The library page's way to the store and to the browser's downloads. */
export function libraryPort(): LibraryPort {
  return {
    codes: codesPort(),
    knownActors: {
      follow: (onFound) => followActors(onFound),
      spoken: (ids) => spokenIn(ids),
      change: (change) => changeDecisions(change),
    },
    followClippings,
    followNotes,
    actorNames: actorsOfClippings,
    searchTexts: tellFound,
    snippets: (query, ids) => findSnippets(query, ids),
    followOne,
    reading,
    trash: trashClippings,
    restore: untrashClippings,
    erase: eraseClippings,
    kept: (ids) => getManyKept(ids),
    clippings: (ids) => findClippings(ids),
    backup,
    download,
    importing: { openFile: (file, work) => openFile(file, work) },
    toRead: {
      follow: followToRead,
      remove: (urls) => removeToRead(urls),
      restore: (removed) => restoreToRead(removed),
    },
  };
}

const followOne: LibraryPort['followOne'] = (id, onFound) => {
  let current = true;
  const ask = async () => {
    const [found, versions] = await Promise.all([getKept(id), listVersions(id)]);
    const later = versions.ok ? versions.value : [];
    if (current) onFound(found.ok ? ok(found.value && viewOf(found.value, later)) : found);
  };
  void ask();
  const stop = watchClipping(id, () => void ask());
  return () => {
    current = false;
    stop();
  };
};

/**
 * A clipping as a page that was read: notes and corrections placed in the text as it was kept; what the newest version
 * says otherwise is what has changed.
 */
function viewOf(kept: Kept, versions: readonly Version[]): OpenView {
  const { clipping, text } = kept;
  const article = { meta: clipping.meta, text: text.text, blocks: text.blocks };
  const newest = versions.at(-1);
  const changes = newest ? compareEditions(text.text, newest.text, false) : [];
  return {
    state: 'read',
    article,
    ...join({ article, found: text.analysis, memory: { ...kept, changes, versions: [] } }),
    clipping,
    versions: versions.map(markOf),
    layers: { claims: true, actors: false, notes: true },
    canPaint: true,
    notice: null,
    asked: null,
  };
}

const reading: LibraryPort['reading'] = (view): StorePort => {
  /** Writes that need the article itself, which is stored already. */
  const onArticle = async <Value, Reason extends string>(
    work: (draft: ClippingDraft, view: OpenView) => Promise<Result<Value, Reason>>,
  ): Promise<Result<null, Reason | 'not-found'>> => {
    const now = view();
    if (!now) return fail('not-found');
    const done = await work({ article: now.article, analysis: now.analysis }, now);
    return done.ok ? ok(null) : done;
  };
  return {
    describe,
    addNote: (note) => onArticle((draft) => addNote(draft, note)),
    editNote: async (id, revision, note) => {
      const done = await editNote(id, revision, note);
      return done.ok ? ok(null) : done;
    },
    deleteNote: (id) => deleteNote(id),
    restoreNote: (note) => restoreNote(note),
    readVersion: (which, textHash) => readVersion(which, textHash),
    correct: (id, verdict) =>
      onArticle(async (draft, { article, analysis }) => {
        const claim = analysis.claims.find((each) => each.id === id);
        if (!claim) return fail('not-found');
        return correct(draft, describe(article.text, cover(claim.content)), verdict);
      }),
    tagPlaces: async (places, tag, on) => {
      const now = view();
      return now ? tagPlaces(now.clipping.id, places, tag, on) : fail('not-found');
    },
    takeBack: (change) => takeBack(change),
    completeTag: async (prefix) => {
      const found = await tagsBeginningWith(prefix);
      return found.ok ? found.value : [];
    },
    related: async (asked) =>
      asked.state === 'read' ? findRelated(asked.article, asked.analysis, asked.clipping?.id ?? null) : ok([]),
    quoted: async (asked) =>
      asked.state === 'read' ? findQuotedElsewhere(asked.article, asked.analysis, asked.clipping?.id ?? null) : ok([]),
    saidBefore: (name, not) => findSaidBefore(name, not),
    readDrafts,
    writeDrafts,
  };
};

/** How long a file must stay at its address for the browser to take it, in milliseconds. */
const TAKEN_MS = 60_000;

const download: LibraryPort['download'] = (name, parts, type) => handOver(name, new Blob([...parts], { type }));

const backup: LibraryPort['backup'] = async ({ signal, onProgress }) => {
  try {
    const file = await exportBackup({ signal, onProgress });
    handOver(`hearsay-backup-${new Date().toISOString().slice(0, 10)}.json`, file);
    return ok(null);
  } catch (error) {
    // Stopped on purpose; whoever stopped it does not look at the answer.
    if (!signal.aborted) console.error('Hearsay:', error);
    return fail('storage-failed');
  }
};

function handOver(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), TAKEN_MS);
}
