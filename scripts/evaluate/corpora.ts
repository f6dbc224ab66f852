/** The gold files and scorers of the shared data, and the engine's answers to them. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Engine } from '../../lib/language/engine';
import { type Prediction, predictText } from '../predict/claims';

/** Where the shared data lies, beside the repository. */
export const SHARED = resolve(import.meta.dirname, '../../../shared');

/** Whether the shared data is here at all. */
export const hasShared = (): boolean => existsSync(join(SHARED, 'score'));

export interface Gold {
  readonly id: string;
  readonly text: string;
  readonly [key: string]: unknown;
}

/** Gold articles of a corpus file; `every` takes only each n-th. */
export function readGold(file: string, every = 1): Gold[] {
  let bytes = readFileSync(join(SHARED, file));
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = gunzipSync(bytes);
  const lines = bytes.toString('utf8').split('\n').filter(Boolean);
  return lines.filter((_, k) => k % every === 0).map((line) => JSON.parse(line) as Gold);
}

/** The engine's answers, in the order of `golds`. */
export function answer(engine: Engine, golds: readonly Gold[]): Prediction[] {
  return golds.map(({ id, text }) => predictText(engine, id, text));
}

/** A figure of a scorer: precision, recall and their mean, 0 to 1. */
export interface Figure {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

/** Loads a scorer of the shared data by name. */
export async function loadScorer<Scorer>(name: string): Promise<Scorer> {
  return (await import(join(SHARED, 'score', `${name}.mjs`))) as Scorer;
}
