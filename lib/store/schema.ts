import type { Transaction } from 'dexie';
import { putAllActors } from './actors/put-actors';
import { describeAgain } from './index/describe-again';
import { packAgain } from './index/pack-again';

/** One step of the schema; Dexie adds up the `stores` of all steps, so a step names only what changes. */
export interface SchemaStep {
  readonly version: number;
  readonly why: string;
  readonly stores: Readonly<Record<string, string | null>>;
  /** Rewrites the rows of the step before; runs in the upgrade's own transaction. */
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}

/**
 * All steps, oldest first. Append only: a step that was released is never changed. Each has a test in
 * `tests/unit/store/schema.test.ts`.
 */
export const SCHEMA: readonly SchemaStep[] = [
  {
    version: 1,
    why: 'clippings, their large texts and what is searched apart, notes and corrections, later versions of an article',
    stores: {
      clippings: 'id, *urls, textHash, savedAt, trashedAt',
      texts: 'clippingId',
      descriptions: 'clippingId',
      notes: 'id, clippingId, *tags, updatedAt',
      corrections: 'id, clippingId',
      incoming: '++number',
      versions: '[clippingId+textHash], clippingId',
    },
  },
  {
    version: 2,
    why: 'a packed index of words, speakers and outlets; descriptions made anew for it',
    stores: {
      segments: '++number',
      indexLog: 'clippingId',
    },
    upgrade: describeAgain,
  },
  {
    version: 3,
    why:
      'segments in parts, of which a query reads what it needs; a codebook; who speaks in which article, and who is the same; ' +
      'addresses to read, notes that wait for their article, and rows on their way in that know their file; a mark of the database',
    stores: {
      codes: 'name',
      segmentParts: '[segment+part]',
      appearances: 'clippingId, *nears, revision',
      spoken: 'clippingId',
      sameActors: 'pair',
      toRead: 'url, addedAt',
      waiting: 'id, url',
      about: 'key',
      incoming: '++number, file',
    },
    upgrade: async (transaction) => {
      await packAgain(transaction);
      await putAllActors(transaction);
      // What an import left behind when it was cut off: it belongs to no file.
      await transaction.table('incoming').clear();
    },
  },
];
