import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feature } from '../../../lib/language/learned/hash';
import { readParts, writeParts } from '../../../lib/language/learned/model-file';
import { startRowKernel } from '../../../lib/language/learned/row-kernel';
import { type Weights, joinWeights, makeWeights } from '../../../lib/language/learned/weights';
import { readModelFile } from '../../../scripts/word-models';

/** A table of `labelCount` labels with these rows by key, keys ascending. */
function tableOf(labelCount: number, rows: readonly (readonly [key: number, weights: readonly number[]])[]): Weights {
  const sorted = rows.toSorted(([a], [b]) => a - b);
  return makeWeights(
    labelCount,
    Int32Array.from(sorted, ([key]) => key),
    Int8Array.from(sorted.flatMap(([, weights]) => [...weights])),
    1,
  );
}

const tables = (labelCount: number): fc.Arbitrary<Weights> =>
  fc
    .uniqueArray(
      fc.tuple(
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.integer({ min: -127, max: 127 }), { minLength: labelCount, maxLength: labelCount }),
      ),
      { selector: ([key]) => key, maxLength: 40 },
    )
    .map((rows) => tableOf(labelCount, rows));

/** Sums label by label, the plain way. */
function plainSums({ keys, rows, labelCount }: Weights, features: readonly number[]): number[] {
  return Array.from({ length: labelCount }, (_, y) =>
    features.reduce((sum, key) => {
      const row = keys.indexOf(key);
      return row < 0 ? sum : sum + (rows[row * labelCount + y] ?? 0);
    }, 0),
  );
}

function sums(table: Weights, features: readonly number[]): number[] {
  const room = table.roomForSums();
  table.addUp(Int32Array.from(features), 0, features.length, room);
  return [...room.subarray(0, table.labelCount)];
}

const FEATURES = fc.array(fc.integer({ min: 1, max: 80 }), { maxLength: 30 });

describe('tables of weights', () => {
  it.each([1, 3, 9, 12, 13, 44])('add up as if row by row, %i labels', (labelCount) => {
    fc.assert(
      fc.property(tables(labelCount), FEATURES, (table, features) => {
        expect(sums(table, features)).toEqual(plainSums(table, features));
      }),
    );
  });

  it.each([1, 3, 8, 9, 18, 24, 25, 44, 48])('add up the same in WebAssembly, %i labels', async (labelCount) => {
    const kernel = await startRowKernel(readModelFile('rows.wasm'));
    fc.assert(
      fc.property(tables(labelCount), fc.array(FEATURES, { maxLength: 6 }), (table, rows) => {
        const features = {
          values: Int32Array.from(rows.flat()),
          offsets: Int32Array.from([0, ...rows.keys()], (_, i) => rows.slice(0, i).flat().length),
          length: rows.length,
        };
        const plain = table.addUpRows(features);
        table.moveTo(kernel);
        expect(table.addUpRows(features)).toEqual(plain);
        for (const row of rows) expect(sums(table, row)).toEqual(plainSums(table, row));
      }),
    );
  });

  it('keep the plain sums where there are more labels than WebAssembly knows', async () => {
    const table = tableOf(49, [[5, Array.from({ length: 49 }, (_, y) => y)]]);
    table.moveTo(await startRowKernel(readModelFile('rows.wasm')));
    expect(sums(table, [5])).toEqual(plainSums(table, [5]));
  });

  it('joined give the sums of both', () => {
    fc.assert(
      fc.property(tables(9), tables(4), FEATURES, (a, b, features) => {
        expect(sums(joinWeights(a, b), features)).toEqual([...sums(a, features), ...sums(b, features)]);
      }),
    );
  });

  it.each([1, 3, 9, 18, 44])('come back from a file, %i labels', (labelCount) => {
    fc.assert(
      fc.property(tables(labelCount), tables(2), (first, second) => {
        const about = { step: 'test-1', corpora: [], scores: {} };
        const read = readParts(writeParts({ labels: ['é'], numbers: [0.5], tables: [first, second] }, about));
        expect(read.labels).toEqual(['é']);
        expect(read.numbers).toEqual([0.5]);
        for (const [k, table] of [first, second].entries()) {
          expect(read.tables[k]?.keys).toEqual(table.keys);
          expect(read.tables[k]?.rows).toEqual(table.rows);
        }
      }),
    );
  });

  it('refuse a file that was cut short', () => {
    const about = { step: 'test-1', corpora: [], scores: {} };
    const bytes = writeParts({ labels: [], numbers: [1], tables: [tableOf(3, [[5, [1, 2, 3]]])] }, about);
    for (let end = 1; end < bytes.length; end += 1) expect(() => readParts(bytes.subarray(0, end))).toThrow();
  });
});

describe('features of 24 bits', () => {
  it('differ about as often as chance allows, and are never 0', () => {
    const seen = new Set<number>();
    let count = 0;
    for (let template = 0; template < 40; template += 1) {
      for (let a = 0; a < 30; a += 1) {
        for (let b = 0; b < 30; b += 1) {
          seen.add(feature(template, a * 64 + b, b, template & 7));
          count += 1;
        }
      }
    }
    expect(seen.has(0)).toBe(false);
    expect(Math.max(...seen)).toBeLessThanOrEqual(1 << 24);
    expect(count - seen.size).toBeLessThan(80);
  });
});
