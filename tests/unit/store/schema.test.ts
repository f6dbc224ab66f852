import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { describeActors } from '../../../lib/search/actors/appearances';
import { Database } from '../../../lib/store/database';
import { SCHEMA } from '../../../lib/store/schema';
import { describeClipping } from '../../../lib/store/index/describe-clipping';
import { toRow } from '../../../lib/store/index/description-row';
import { read } from '../../../lib/store/write';
import { inventedLibrary } from '../../library/invented';

const NAME = 'upgrade';
afterEach(() => new Database(NAME).delete());

const [KEPT] = inventedLibrary(1);
if (!KEPT) throw new Error('no invented article');

const DESCRIPTION = describeClipping(KEPT.clipping, KEPT.text);

/** For each step: rows as the step before left them, by table, and what they must be after all steps. */
const UPGRADES: Record<number, { rows: Record<string, object[]>; after: Record<string, object[]> }> = {
  1: {
    rows: {},
    after: { clippings: [], texts: [], descriptions: [], notes: [], corrections: [], incoming: [], versions: [] },
  },
  2: {
    rows: {
      clippings: [KEPT.clipping],
      texts: [KEPT.text],
      descriptions: [{ clippingId: KEPT.clipping.id, words: ['old'], counts: [1], actors: [], quotations: [] }],
    },
    after: {
      clippings: [KEPT.clipping],
      texts: [KEPT.text],
      descriptions: [toRow(DESCRIPTION)],
      indexLog: [{ clippingId: KEPT.clipping.id, change: 'added' }],
      segments: [],
    },
  },
  3: {
    rows: {
      clippings: [KEPT.clipping],
      texts: [KEPT.text],
      corrections: [...KEPT.corrections],
      descriptions: [{ ...DESCRIPTION, quotations: DESCRIPTION.quotations.map(({ text }) => text) }],
      segments: [{ number: 1, articles: 1, bytes: new Uint8Array(40) }],
      indexLog: [{ clippingId: 'gone', change: 'erased' }],
      notes: [...KEPT.notes],
      incoming: [{ kept: KEPT }],
    },
    after: {
      descriptions: [
        toRow({ ...DESCRIPTION, quotations: DESCRIPTION.quotations.map(({ text }) => ({ text, speaker: '' })) }),
      ],
      indexLog: [{ clippingId: KEPT.clipping.id, change: 'added' }],
      segments: [],
      segmentParts: [],
      notes: [...KEPT.notes],
      codes: [],
      corrections: [...KEPT.corrections],
      appearances: [{ ...describeActors(KEPT).appearances, revision: expect.any(Number) }],
      spoken: [describeActors(KEPT).spoken],
      sameActors: [],
      incoming: [],
      toRead: [],
      waiting: [],
      about: [],
    },
  },
};

describe('schema', () => {
  it.each(Object.entries(UPGRADES))(
    'keeps every row over the upgrade to version %s',
    async (version, { rows, after }) => {
      const before = SCHEMA.filter((step) => step.version < Number(version));
      if (before.length) {
        const old = new Database(NAME, before);
        for (const [table, list] of Object.entries(rows)) await old.table(table).bulkAdd(list);
        old.close();
      }
      const now = new Database(NAME);
      for (const [table, list] of Object.entries(after)) expect(await now.table(table).toArray()).toEqual(list);
      now.close();
    },
  );

  it('has an upgrade test for each step', () => {
    expect(Object.keys(UPGRADES).map(Number)).toEqual(SCHEMA.map((step) => step.version));
  });

  it('says so when the data is of a newer version, and leaves it alone', async () => {
    const newer = new Database(NAME, [...SCHEMA, { version: 99, why: 'later', stores: { later: 'id' } }]);
    await newer.table('later').add({ id: 1 });
    newer.close();
    const now = new Database(NAME);
    expect(await read((db) => db.clippings.count(), now)).toEqual({ ok: false, reason: 'newer-data' });
    now.close();
    const again = new Database(NAME, [...SCHEMA, { version: 99, why: 'later', stores: { later: 'id' } }]);
    expect(await again.table('later').count()).toBe(1);
    again.close();
  });
});
