/** A write that takes its time, told of step by step, and given up as a whole when it is stopped. */
import type { LongWork } from '../model/opened-file';
import { fail, type Result } from '../model/result';
import type { Database } from './database';
import { Refusal, type StoreFailure, write } from './write';

/** To be called between two pieces of the work: how much is done, and of how much. */
export type Step = (done: number, all: number) => void;

/** Entries stored or deleted between two steps. */
export const PIECE = 500;

/** Runs `work` in one transaction over all tables: all of it is stored or, also where it was stopped, nothing. */
export async function longWrite<Value>(
  work: (db: Database, step: Step) => Promise<Value>,
  { signal, onProgress }: LongWork,
  db?: Database,
): Promise<Result<Value, StoreFailure | 'cancelled'>> {
  const step: Step = (done, all) => {
    // Whatever the reason is called: it gives the transaction up as a whole.
    if (signal?.aborted) throw new Refusal('conflict');
    onProgress?.(done, all);
  };
  const written = await write((tables) => work(tables, step), db);
  return !written.ok && signal?.aborted ? fail('cancelled') : written;
}

/** The parts of a list, `PIECE` entries each, with the number of entries up to and with each. */
export function* inPieces<Entry>(list: readonly Entry[]): Generator<readonly [piece: Entry[], done: number]> {
  for (let at = 0; at < list.length; at += PIECE)
    yield [list.slice(at, at + PIECE), Math.min(list.length, at + PIECE)] as const;
}
