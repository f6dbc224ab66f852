import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSequenceModel } from '../../../lib/language/learned/model-file';
import { readWordTable } from '../../../lib/language/learned/word-table';
import { readWords } from '../../../lib/language/read-words';
import { type Segmented, segment } from '../../../lib/language/segment/segment';
import { LEFT, ParserState, RIGHT, SHIFT } from '../../../lib/language/syntax/parser-state';
import { Landmarks } from '../../../lib/language/syntax/landmarks';
import { MAX_MOVE_FEATURES, moveFeatures, parserInput } from '../../../lib/language/syntax/move-features';
import { bestMove, readParserModel } from '../../../lib/language/syntax/parse-sentences';
import { RELATIONS } from '../../../lib/language/syntax/relations';
import { TAGS } from '../../../lib/language/tagging/tags';
import { readModelFile } from '../../../scripts/word-models';

const models = {
  words: readWordTable(readModelFile('words.bin')),
  tagger: readSequenceModel(readModelFile('tagging.bin')),
  parser: readParserModel(readModelFile('syntax.bin')),
};

function read(text: string): { segmented: Segmented; tags: string[]; arcs: string[] } {
  const segmented = segment(text);
  const { tags, head, relation } = readWords(segmented, models);
  const word = (i: number): string => (i < 0 ? '' : (segmented.words[i] ?? ''));
  return {
    segmented,
    tags: Array.from(tags, (tag, i) => `${word(i)}/${TAGS[tag]}`),
    arcs: Array.from(head, (h, i) => `${word(h)}-${RELATIONS[relation[i] ?? 0]}-${word(i)}`),
  };
}

describe('parts of speech', () => {
  it.each([
    ['The mayor denied it.', 'The/DET mayor/NOUN denied/VERB.PAST it/PRON ./PUNCT'],
    ['She can’t have said so', 'She/PRON ca/AUX.MODAL n’t/PART.NOT have/AUX.NON said/VERB.PART so/ADV'],
    [
      'Ana Ruiz’s plans to build roads',
      'Ana/PROPN Ruiz/PROPN ’s/PART.POSS plans/NOUN.PL to/PART.TO build/VERB roads/NOUN.PL',
    ],
  ])('%s', (text, expected) => {
    expect(read(text).tags.join(' ')).toBe(expected);
  });
});

describe('trees', () => {
  it.each([
    [
      'The minister said that taxes will rise.',
      ['said-nsubj-minister', 'said-ccomp-rise', 'rise-mark-that', 'rise-nsubj-taxes'],
    ],
    ['Rents fell, according to the council.', ['fell-nsubj-Rents', 'council-det-the']],
    [
      'The bridge was built by Ana Ruiz.',
      ['built-nsubj:pass-bridge', 'built-aux:pass-was', 'built-obl:agent-Ana', 'Ana-flat-Ruiz'],
    ],
    ['Critics accused him of lying.', ['accused-nsubj-Critics', 'accused-obj-him', 'accused-advcl-lying']],
  ])('%s', (text, expected) => {
    expect(read(text).arcs).toEqual(expect.arrayContaining(expected));
  });
});

describe('any string', () => {
  it('gets one tag a token and one tree a sentence: a root, and every head inside, without cycles', () => {
    const part = fc.oneof(
      fc.constantFrom('he said ', '“', '” ', '. ', 'Tarn ', '\n\n', '\ud800', '42 ', 'did not '),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const segmented = segment(parts.join(''));
        const { tags, head, relation } = readWords(segmented, models);
        expect([tags.length, head.length, relation.length]).toEqual(Array(3).fill(segmented.count));
        for (const { first, afterLast } of segmented.sentences) {
          expect(Array.from(head.slice(first, afterLast)).filter((h) => h === -1)).toHaveLength(1);
          for (let i = first; i < afterLast; i += 1) {
            let steps = 0;
            let at = i;
            for (; head[at]! >= 0 && steps <= afterLast - first; at = head[at]!) {
              expect(head[at]! >= first && head[at]! < afterLast).toBe(true);
              steps += 1;
            }
            expect(head[at]).toBe(-1);
          }
        }
      }),
    );
  });

  it('takes a sentence of 20,000 words', () => {
    expect(read('and the mayor said '.repeat(5000)).tags).toHaveLength(20_000);
  });
});

describe('parser state', () => {
  it('ends with one root whatever possible moves are taken', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.nat(2), { minLength: 60, maxLength: 60 }),
        (n, choices) => {
          const state = new ParserState(5, 5 + n);
          const possible = new Uint8Array(3);
          let moves = 0;
          while (!state.isDone) {
            state.possibleMoves(possible);
            const open = [SHIFT, LEFT, RIGHT].filter((move) => possible[move] === 1);
            expect(open).not.toHaveLength(0);
            state.apply(open[(choices[moves] ?? 0) % open.length] ?? SHIFT);
            moves += 1;
          }
          expect(moves).toBe(2 * n - 1);
          expect(Array.from(state.head).filter((h) => h === -1)).toHaveLength(1);
        },
      ),
    );
  });
});

describe('features of single tokens', () => {
  it('count the same whether summed up once or at each move', () => {
    const text =
      'On Monday the mayor, who had been ill, told “all of us” that the old bridge over the Olm would close. It did.';
    const seg = segment(text);
    const { head, tags, forms } = readWords(seg, models);
    const input = parserInput(forms, tags, seg.quotationOf);
    const features = new Int32Array(MAX_MOVE_FEATURES);
    const scores = models.parser.moves.roomForSums();
    const possible = new Uint8Array(3);
    for (const { first, afterLast } of seg.sentences) {
      const state = new ParserState(first, afterLast);
      while (!state.isDone) {
        state.possibleMoves(possible);
        models.parser.moves.addUp(features, 0, moveFeatures(state, input, features), scores);
        state.apply(bestMove(scores, possible));
      }
      expect([...state.head]).toEqual([...head.subarray(first, afterLast)]);
    }
  });
});

describe('landmarks', () => {
  const seg = segment('The mayor, who spoke and left, smiled: yes.');
  const { tags, forms } = readWords(seg, models);
  const landmarks = new Landmarks(forms.lower, tags);
  it.each([
    ['mayor', 'who', 1],
    ['who', 'spoke', 0],
    ['mayor', 'left', 1 + 2 + 4],
    ['smiled', 'yes', 8],
    ['The', 'mayor', 0],
  ])('between %s and %s', (left, right, bits) => {
    expect(landmarks.between(seg.words.indexOf(left), seg.words.indexOf(right))).toBe(bits);
  });
});
