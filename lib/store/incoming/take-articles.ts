/** The articles of a backup on their way into the store, inside a transaction of the caller; many at a time. */
import type { Clipping } from '../../model/clipping';
import type { ClippingId } from '../../model/ids';
import type { KeptWhole } from '../../model/kept';
import type { Correction } from '../../model/note';
import { describeActors } from '../../search/actors/appearances';
import { putAppearances } from '../actors/put-appearances';
import { putActors } from '../actors/put-actors';
import type { Database, LogRow } from '../database';
import { normalisedAddresses, settle } from '../elsewhere';
import { emptyReceipt, type ImportReceipt } from '../import-receipt';
import { describeClipping } from '../index/describe-clipping';
import { toRow } from '../index/description-row';
import { FreshSegments } from '../index/fresh-segments';
import { findKnown } from './known-articles';
import { takeCorrections, takeNotes, takeVersions } from './take-parts';

/** What an import did, in articles and notes. */
export interface ImportCounts {
  readonly added: number;
  /** Articles that were here already; only notes and corrections that were missing or newer were taken. */
  readonly known: number;
  readonly notes: number;
}

/** What is known while a file is taken in. */
export interface Taking {
  readonly counts: { added: number; known: number; notes: number };
  readonly receipt: ImportReceipt;
  /** Articles of the file that are here under another id. */
  readonly idHere: Map<ClippingId, ClippingId>;
  /** Articles that were new, and the id of each text among them. */
  readonly fresh: Set<ClippingId>;
  readonly freshTexts: Map<string, ClippingId>;
  /** Whether nothing was kept before. */
  readonly intoEmpty: boolean;
  /** What the log of the index says of articles that were erased a moment ago: they still stand in the index. */
  readonly logged: ReadonlyMap<ClippingId, LogRow['change']>;
  /** Addresses that notes wait at, or that are to be read. */
  readonly awaited: ReadonlySet<string>;
  readonly segments: FreshSegments;
}

/** The beginning of an import; `segment`: the first number that the index has free. */
export async function beginTaking(db: Database, segment: number): Promise<Taking> {
  const log = await db.indexLog.toArray();
  const waiting = await db.waiting.toArray();
  return {
    counts: { added: 0, known: 0, notes: 0 },
    receipt: emptyReceipt(),
    idHere: new Map(),
    fresh: new Set(),
    freshTexts: new Map(),
    intoEmpty: (await db.clippings.count()) === 0,
    logged: new Map(log.map(({ clippingId, change }) => [clippingId, change])),
    awaited: new Set([...waiting.map(({ url }) => url), ...(await db.toRead.toCollection().primaryKeys())]),
    segments: new FreshSegments(db, segment),
  };
}

/** Takes articles in with all that belongs to them; those that are here already only get what is missing or newer. */
export async function takeArticles(db: Database, all: readonly KeptWhole[], taking: Taking): Promise<void> {
  const { counts, receipt } = taking;
  const placed = await placeAll(db, all, taking);
  const parts = <Part extends object>(of: (kept: KeptWhole) => readonly Part[]) =>
    placed.flatMap(({ kept, id }) => of(kept).map((part) => ({ ...part, clippingId: id })));
  counts.notes += await takeNotes(
    db,
    parts(({ notes }) => notes),
    receipt,
  );
  await takeVersions(
    db,
    parts(({ versions }) => versions),
    receipt,
  );
  const corrections = await takeCorrections(
    db,
    parts((kept) => kept.corrections),
    receipt,
  );
  const correctionsOf = Map.groupBy(corrections, ({ clippingId }) => clippingId);
  const added = placed.filter(({ isNew }) => isNew).map(({ kept }) => kept);
  await addArticles(db, added, correctionsOf, taking);
  const isAdded = new Set(added.map(({ clipping }) => clipping.id));
  for (const id of correctionsOf.keys()) {
    if (isAdded.has(id)) continue;
    await putActors(db, id);
    if (!taking.fresh.has(id)) receipt.corrected.push(id);
  }
  counts.added += added.length;
  counts.known += all.length - added.length;
}

interface Placed {
  readonly kept: KeptWhole;
  /** The id it has here. */
  readonly id: ClippingId;
  readonly isNew: boolean;
}

async function placeAll(db: Database, all: readonly KeptWhole[], taking: Taking): Promise<readonly Placed[]> {
  const { fresh, freshTexts, idHere } = taking;
  const clippings = all.map(({ clipping }) => clipping);
  const find = taking.intoEmpty ? () => undefined : await findKnown(db, clippings);
  return all.map((kept) => {
    const { id, textHash } = kept.clipping;
    const known = find(kept.clipping) ?? (fresh.has(id) ? id : freshTexts.get(textHash));
    if (known !== undefined) {
      idHere.set(id, known);
      return { kept, id: known, isNew: false };
    }
    fresh.add(id);
    freshTexts.set(textHash, id);
    return { kept, id, isNew: true };
  });
}

/** As `addRows` does for one article, with far fewer calls to the database. */
async function addArticles(
  db: Database,
  all: readonly KeptWhole[],
  correctionsOf: ReadonlyMap<ClippingId, readonly Correction[]>,
  taking: Taking,
): Promise<void> {
  const { awaited, logged, receipt, segments } = taking;
  const descriptions = all.map(({ clipping, text }) => describeClipping(clipping, text));
  const actors = all.map(({ clipping, text }) => {
    const corrections = (correctionsOf.get(clipping.id) ?? []).toSorted((a, b) => a.createdAt - b.createdAt);
    return describeActors({ clipping, text, corrections });
  });
  await Promise.all([
    db.clippings.bulkAdd(all.map(({ clipping }) => clipping)),
    db.texts.bulkAdd(all.map(({ text }) => text)),
    db.descriptions.bulkPut(descriptions.map(toRow)),
    putAppearances(
      db.appearances,
      actors.map(({ appearances }) => appearances),
    ),
    db.spoken.bulkPut(actors.map(({ spoken }) => spoken)),
  ]);
  await segments.add(descriptions.filter(({ clippingId }) => !logged.has(clippingId)));
  const again = descriptions.filter(({ clippingId }) => logged.has(clippingId));
  await db.indexLog.bulkPut(again.map(({ clippingId }) => ({ clippingId, change: 'replaced' })));
  for (const { clipping } of all) if (isAwaited(clipping, awaited)) await settle(db, clipping);
  receipt.clippings.push(...all.map(({ clipping }) => clipping.id));
}

function isAwaited({ urls }: Clipping, awaited: ReadonlySet<string>): boolean {
  return awaited.size > 0 && normalisedAddresses(urls).some((url) => awaited.has(url));
}
