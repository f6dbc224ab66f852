/** What a backup holds beside the articles, on its way in; all inside a transaction of the caller. */
import type { Code } from '../../model/code';
import type { ToRead, WaitingNote } from '../../model/elsewhere';
import type { ClippingId } from '../../model/ids';
import type { KeptAside } from '../../model/kept';
import type { SameActor } from '../../model/known-actor';
import { unreachable } from '../../model/result';
import { mergeDecisions } from '../actors/decisions';
import { joinCodes } from '../codes/join-codes';
import type { Database } from '../database';
import { settle } from '../elsewhere';
import type { ImportReceipt } from '../import-receipt';

/** Takes rows in, after the articles; what is here already stays as it is. `idHere`: articles that have another id here. */
export async function takeBeside(
  db: Database,
  all: readonly KeptAside[],
  idHere: ReadonlyMap<ClippingId, ClippingId>,
  receipt: ImportReceipt,
): Promise<void> {
  const toRead: ToRead[] = [];
  const codes: Code[] = [];
  const decisions: SameActor[] = [];
  for (const { kind, row } of all) {
    if (kind === 'to-read') toRead.push(row);
    else if (kind === 'waiting') await takeWaiting(db, row, receipt);
    else if (kind === 'code') codes.push(row);
    else if (kind === 'same-actor') decisions.push(row);
    else unreachable(kind);
  }
  await takeToRead(db, toRead, receipt);
  const joined = joinCodes(await db.codes.toArray(), codes);
  await db.codes.bulkPut(joined);
  receipt.codes.push(...joined);
  await takeDecisions(db, decisions, idHere, receipt);
}

/** An address whose article is kept is not to be read any more. */
async function takeToRead(db: Database, rows: readonly ToRead[], receipt: ImportReceipt): Promise<void> {
  const [here, kept] = await Promise.all([
    db.toRead.bulkGet(rows.map(({ url }) => url)),
    Promise.all(rows.map(({ url }) => db.clippings.where('urls').equals(url).count())),
  ]);
  const fresh = rows.filter((_, i) => !here[i] && kept[i] === 0);
  await db.toRead.bulkPut(fresh);
  for (const { url } of fresh) receipt.toRead.push(url);
}

async function takeWaiting(db: Database, row: WaitingNote, receipt: ImportReceipt): Promise<void> {
  if ((await db.waiting.get(row.id)) || (await db.notes.get(row.id))) return;
  await db.waiting.add(row);
  receipt.waiting.push(row.id);
  const clipping = await db.clippings.where('urls').equals(row.url).first();
  if (clipping) await settle(db, clipping);
}

async function takeDecisions(
  db: Database,
  decisions: readonly SameActor[],
  idHere: ReadonlyMap<ClippingId, ClippingId>,
  receipt: ImportReceipt,
): Promise<void> {
  if (!decisions.length) return;
  const before = new Map((await db.sameActors.toArray()).map((one) => [one.pair, one]));
  await mergeDecisions(db, decisions, idHere);
  for (const now of await db.sameActors.toArray()) {
    const old = before.get(now.pair);
    if (old?.decidedAt === now.decidedAt) continue;
    receipt.sameActors.push(now);
    if (old) receipt.replacedSameActors.push(old);
  }
}
