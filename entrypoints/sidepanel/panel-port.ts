import type { LinkedRelated, PanelPort } from '../../components/port';
import { describe } from '../../lib/anchoring/describe';
import { pageInTab, workerOfPanel } from '../../lib/messages/call';
import type { WriteFailure } from '../../lib/messages/protocol';
import { onPageEvents } from '../../lib/messages/serve';
import type { ClaimId, ClippingId } from '../../lib/model/ids';
import type { PageView } from '../../lib/model/page-view';
import type { Related } from '../../lib/model/related';
import { fail, ok, type Result } from '../../lib/model/result';
import { writeLayer } from '../../lib/platform/layers';
import { readTab, whyNotRead } from '../../lib/platform/read-tab';
import { allowSite, siteAllowed } from '../../lib/platform/sites';
import { onTabLoaded } from '../../lib/platform/tabs';
import { findClippings, removeClipping, restoreClipping } from '../../lib/store/clippings';
import { followCodes, takeBack } from '../../lib/store/codes/codebook';
import { tagPlaces } from '../../lib/store/codes/tag-many';
import { deleteNote, editNote, restoreNote, tagsBeginningWith } from '../../lib/store/notes';
import { findQuotedElsewhere } from '../../lib/store/quoted-elsewhere';
import { readVersion } from '../../lib/store/versions';
import { watchClipping } from '../../lib/store/watch';
import { readDrafts, writeDrafts } from './stored-drafts';

type Written = Promise<Result<null, WriteFailure>>;

/** The panel's way to the page in a tab, to the worker and to the store. */
export function panelPort(tabId: number): PanelPort {
  const page = pageInTab(tabId);
  const worker = workerOfPanel();
  const changes = new Set<() => void>();
  const pointed = new Set<(claim: ClaimId | null) => void>();
  const changed = () => changes.forEach((listener) => listener());
  const shownClipping = followClipping(() => void orElse(page.refresh(), null));

  let stop = () => {};
  const listen = () => {
    const stopEvents = onPageEvents(tabId, {
      viewChanged: changed,
      pointedAt: (claim) => pointed.forEach((listener) => listener(claim)),
    });
    const stopLoads = onTabLoaded(tabId, changed);
    stop = () => {
      stopEvents();
      stopLoads();
      shownClipping(null);
    };
  };

  /** After a write of ours the page reads the store again and tells us that its view has changed. */
  const written = async (result: Promise<Result<unknown, WriteFailure>>): Written => {
    const answer = await orElse(result, fail('storage-failed' as const));
    if (answer.ok) await orElse(page.refresh(), null);
    return answer.ok ? ok(null) : answer;
  };

  return {
    view: async () => {
      const view: PageView | null = await orElse(page.view(), null);
      // A page that refuses the call answers with a result, which is no view.
      if (!view || !('state' in view)) return null;
      shownClipping(view.state === 'read' ? (view.clipping?.id ?? null) : null);
      return view;
    },
    start: () => readTab(tabId),
    whyNot: () => whyNotRead(tabId),
    readAnyway: async () => void (await orElse(page.readAnyway(), null)),
    leave: async () => {
      await orElse(page.leave(), null);
      changed();
    },
    reveal: (target) => orElse(page.reveal(target), false),
    point: (target) => void orElse(page.point(target), null),
    setLayer: (layer, on) => {
      void orElse(page.setLayer(layer, on), null);
      void writeLayer(layer, on);
    },
    keep: () => orElse(page.keep(), fail('storage-failed' as const)),
    remove: (id) => written(removeClipping(id)),
    restore: (id) => written(restoreClipping(id)),
    readVersion: (id, textHash) => readVersion(id, textHash),
    describe,
    addNote: (draft) => written(page.addNote(draft)),
    editNote: (id, revision, draft) => written(editNote(id, revision, draft)),
    deleteNote: (id) => written(deleteNote(id)),
    restoreNote: (note) => written(restoreNote(note)),
    settle: async () => void (await orElse(page.settle(), null)),
    correct: (claim, verdict) => orElse(page.correct(claim, verdict), fail('storage-failed' as const)),
    followCodes: (onFound) => followCodes(onFound),
    tagPlaces: async (places, tag, on) => {
      const kept = await orElse(page.keep(), fail('storage-failed' as const));
      if (!kept.ok) return kept;
      const done = await tagPlaces(kept.value.id, places, tag, on);
      if (done.ok) await orElse(page.refresh(), null);
      return done;
    },
    takeBack: (change) => written(takeBack(change)),
    completeTag: async (prefix) => {
      const found = await tagsBeginningWith(prefix);
      return found.ok ? found.value : [];
    },
    related: async (view) => {
      if (view.state !== 'read') return ok([]);
      const asked = worker.relatedTo(view.article, view.analysis, view.clipping?.id ?? null);
      const found = await orElse(asked, fail('failed'));
      return found.ok ? ok(await linked(found.value)) : found;
    },
    quoted: async (view) =>
      view.state === 'read' ? findQuotedElsewhere(view.article, view.analysis, view.clipping?.id ?? null) : ok([]),
    saidBefore: (name, not) => orElse(worker.saidBefore(name, not), fail('failed')),
    onChange: (listener) => follow(changes, listener),
    onPointed: (listener) => follow(pointed, listener),
    siteAllowed,
    allowSite,
    readDrafts,
    writeDrafts,
  };

  /** Listens to the tab while anybody here does. */
  function follow<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
    if (changes.size + pointed.size === 0) listen();
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (changes.size + pointed.size === 0) stop();
    };
  }
}

/** The answer, or what stands for it where nobody answered. */
async function orElse<Value, Other>(answer: Promise<Value>, other: Other): Promise<Value | Other> {
  try {
    return await answer;
  } catch {
    return other;
  }
}

/** Watches one stored clipping at a time, whoever changes it. */
function followClipping(onChange: () => void): (id: ClippingId | null) => void {
  let shown: ClippingId | null = null;
  let stop = () => {};
  return (id) => {
    if (id === shown) return;
    stop();
    shown = id;
    stop = id === null ? () => {} : watchClipping(id, onChange);
  };
}

async function linked(related: readonly Related[]): Promise<readonly LinkedRelated[]> {
  const found = await findClippings(related.map(({ clippingId }) => clippingId));
  const urls = new Map((found.ok ? found.value : []).map(({ id, meta }) => [id, meta.canonicalUrl || meta.url]));
  return related.map((each) => ({ ...each, url: urls.get(each.clippingId) ?? '' }));
}
