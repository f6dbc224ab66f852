import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FeatureRows, RowBuilder } from '../../../lib/language/learned/feature-rows';
import { hashText, mix } from '../../../lib/language/learned/hash';
import { KeyIndex } from '../../../lib/language/learned/key-index';
import { readSequenceModel, writeSequenceModel } from '../../../lib/language/learned/model-file';
import { seededRandom } from '../../../lib/language/learned/random';
import { type SequenceModel, decode, forwardBackward, marginals } from '../../../lib/language/learned/sequence-model';
import { type SequenceExample, trainSequence } from '../../../lib/language/learned/train-sequence';
import { makeWeights } from '../../../lib/language/learned/weights';

/** A made-up language: "c" is B after "a", I after "b" or another I, and O elsewhere; noise words mean nothing. */
function sequences(count: number, seed: number): SequenceExample[] {
  const random = seededRandom(seed);
  const rows = new RowBuilder();
  return Array.from({ length: count }, () => {
    const words = Array.from({ length: 12 }, () => 'abcxyz'.charAt(Math.floor(random() * 6)));
    const labels: number[] = [];
    for (const [t, word] of words.entries()) {
      const before = words[t - 1];
      const wasIn = (labels.at(-1) ?? 0) > 0;
      labels.push(word === 'c' && before === 'a' ? 1 : word === 'c' && wasIn ? 2 : 0);
      rows.add(mix(1, hashText(word)));
      rows.add(mix(2, hashText(before ?? '')));
      rows.endRow();
    }
    return { rows: rows.build(), labels: Uint8Array.from(labels) };
  });
}

const LABELS = ['O', 'B', 'I'];
const ALLOWED = Uint8Array.of(1, 1, 0, 1, 1, 1, 1, 1, 1);

function train(): SequenceModel {
  return trainSequence(sequences(600, 1), {
    labels: LABELS,
    seed: 7,
    epochs: 12,
    dropout: 0.1,
    allowed: ALLOWED,
    allowedStart: Uint8Array.of(1, 1, 0),
  });
}

function bytesOf(model: SequenceModel): number[] {
  return [...writeSequenceModel(model, { step: 'test-1', corpora: ['müde'], scores: { f1: 1 } })];
}

/** All label sequences of `length`, by counting. */
function paths(length: number, labels: number): number[][] {
  return Array.from({ length: labels ** length }, (_, n) =>
    Array.from({ length }, (__, t) => Math.floor(n / labels ** t) % labels),
  );
}

describe('sequence model', () => {
  const model = train();
  const held = sequences(60, 2);

  it('learns what depends on words and on the label before', () => {
    const wrong = held.flatMap(({ rows, labels }) => [...decode(model, rows)].filter((y, t) => y !== labels[t]));
    expect(wrong.length).toBeLessThan(10);
  });

  it('is the same for the same seed, byte for byte', () => {
    expect(bytesOf(train())).toEqual(bytesOf(model));
  });

  it('decides the same after a round through its file', () => {
    const read = readSequenceModel(Uint8Array.from(bytesOf(model)));
    expect(read.labels).toEqual(LABELS);
    expect(read.about.corpora).toEqual(['müde']);
    for (const { rows } of held) expect(decode(read, rows)).toEqual(decode(model, rows));
  });

  it('refuses a file that is cut short', () => {
    expect(() => readSequenceModel(Uint8Array.from(bytesOf(model).slice(0, -1)))).toThrow('too early');
  });

  it('never takes a step that is not allowed', () => {
    const bias = Float32Array.of(-50, -50, 50);
    for (const { rows } of held) {
      const path = decode(model, rows, bias);
      expect(path[0]).not.toBe(2);
      path.forEach((y, t) => expect(y === 2 && path[t - 1] === 0).toBe(false));
    }
  });

  it('gives nothing for nothing', () => {
    const empty: FeatureRows = new RowBuilder().build();
    expect(decode(model, empty)).toHaveLength(0);
    expect(marginals(model, empty)).toHaveLength(0);
  });
});

describe('probabilities', () => {
  const score = fc.double({ min: -4, max: 4, noNaN: true });

  it('agree with summing over every sequence of labels', () => {
    fc.assert(
      fc.property(
        fc.array(score, { minLength: 12, maxLength: 12 }),
        fc.array(score, { minLength: 9, maxLength: 9 }),
        (u, p) => {
          const scores = Float32Array.from(u);
          const transitions = Float32Array.from(p);
          const starts = Float32Array.of(0, -Infinity, 1);
          const pairs = new Float64Array(9);
          const { unary, total } = forwardBackward(scores, 4, transitions, starts, pairs);
          const exact = new Float64Array(12);
          const exactPairs = new Float64Array(9);
          let sum = 0;
          for (const path of paths(4, 3)) {
            let value = starts[path[0]!]!;
            path.forEach((y, t) => {
              value += scores[t * 3 + y]! + (t > 0 ? transitions[path[t - 1]! * 3 + y]! : 0);
            });
            sum += Math.exp(value);
            path.forEach((y, t) => {
              exact[t * 3 + y]! += Math.exp(value);
              if (t > 0) exactPairs[path[t - 1]! * 3 + y]! += Math.exp(value);
            });
          }
          expect(total).toBeCloseTo(Math.log(sum), 3);
          exact.forEach((value, i) => expect(unary[i]).toBeCloseTo(value / sum, 4));
          exactPairs.forEach((value, i) => expect(pairs[i]).toBeCloseTo(value / sum, 4));
        },
      ),
    );
  });

  it('belong to the best sequence that Viterbi gives', () => {
    const rows = new RowBuilder();
    for (const feature of [1, 2, 3, 4]) {
      rows.add(feature);
      rows.endRow();
    }
    const features = rows.build();
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -127, max: 127 }), { minLength: 12, maxLength: 12 }),
        fc.array(score, { minLength: 9, maxLength: 9 }),
        (w, p) => {
          const weights = makeWeights(3, Int32Array.of(1, 2, 3, 4), Int8Array.from(w), 1 / 16);
          const model = { labels: LABELS, weights, transitions: Float32Array.from(p), starts: new Float32Array(3) };
          const valueOf = (path: readonly number[]): number =>
            path.reduce(
              (v, y, t) => v + w[t * 3 + y]! / 16 + (t > 0 ? model.transitions[path[t - 1]! * 3 + y]! : 0),
              0,
            );
          const best = Math.max(...paths(4, 3).map(valueOf));
          expect(valueOf([...decode(model, features)])).toBeCloseTo(best, 3);
        },
      ),
    );
  });
});

describe('key index', () => {
  it('numbers distinct keys in order of arrival and finds only those', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.integer().filter((n) => n !== 0),
          { maxLength: 200 },
        ),
        (keys) => {
          const index = new KeyIndex(1);
          const [missing, ...known] = keys;
          expect(known.map((key) => index.add(key))).toEqual(known.map((_, i) => i));
          expect(known.map((key) => index.add(key))).toEqual(known.map((_, i) => i));
          expect([...index.keys()]).toEqual(known);
          if (missing !== undefined) expect(index.find(missing)).toBe(-1);
        },
      ),
    );
  });
});
