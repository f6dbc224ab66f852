import { describe, expect, it } from 'vitest';
import { draftsOfQuotations } from '../../../../lib/language/attribution/alone';
import { bucketOf } from '../../../../lib/language/attribution/buckets';
import { chooseClaims } from '../../../../lib/language/attribution/choose';
import { cueClassOf } from '../../../../lib/language/attribution/cue-classes';
import type { Draft } from '../../../../lib/language/attribution/draft';
import { NO_CUES, emptyLayers, readArticle, shapeOf } from '../../../../lib/language/attribution/read';
import type { Reading } from '../../../../lib/language/attribution/reading';
import { stemOf } from '../../../../lib/language/attribution/stem';
import { windowOf } from '../../../../lib/language/attribution/window';
import { segment } from '../../../../lib/language/segment/segment';

function read(text: string): Reading {
  const seg = segment(text);
  return readArticle(seg, emptyLayers(seg.count), NO_CUES);
}

describe('stems', () => {
  it.each([
    ['said says saying', 'say'],
    ['announced announces announcing announce', 'announc'],
    ['denied denies deny', 'deny'],
    ['stopped stops', 'stop'],
    ['called calls calling', 'call'],
  ])('%s share one', (words, stem) => {
    expect(new Set(words.split(' ').map(stemOf))).toEqual(new Set([stem]));
  });
});

describe('shapes', () => {
  it.each([
    ['word', 1],
    ['Word', 2],
    ['WORD', 3],
    ['A', 4],
    ['McRae', 5],
    ['2,019', 6],
    ['—', 7],
    ['“', 8],
  ])('%s', (word, shape) => {
    expect(shapeOf(word)).toBe(shape);
  });
});

describe('classes', () => {
  it('grow with the share of uses as a cue', () => {
    const classes = [0, 1, 5, 20, 50, 90, 100].map((asCue) => cueClassOf(asCue, 100));
    expect(classes).toEqual(classes.toSorted((a, b) => a - b));
    expect(classes[0]).toBe(0);
  });
  it('keep distances in order', () => {
    const buckets = Array.from({ length: 100 }, (_, d) => bucketOf(d));
    expect(buckets).toEqual(buckets.toSorted((a, b) => a - b));
    expect(bucketOf(-3)).toBe(0);
  });
});

/** The text of the window around the first `word`. */
function windowAt(text: string, word: string): string {
  const r = read(text);
  const i = r.lowers.indexOf(word);
  const { from, to } = windowOf(r, i, i);
  return text.slice(r.start[from], r.end[to - 1]);
}

describe('window of a cue', () => {
  it.each([
    ['is its sentence', 'It rained. Ruiz said it would stop. It did.', 'Ruiz said it would stop.'],
    [
      'goes on with a quotation that follows',
      '“We won,” Ruiz said. “We will win again.” It rained.',
      '“We won,” Ruiz said. “We will win again.”',
    ],
    [
      'goes on over paragraphs',
      'Ruiz said it.\n\n“We won.\n\n“We will win again.”\n\nIt rained.',
      'Ruiz said it.\n\n“We won.\n\n“We will win again.”',
    ],
    [
      'goes back to where the quotation began',
      'It rained. “We won. We will win again,” Ruiz said.',
      '“We won. We will win again,” Ruiz said.',
    ],
  ])('%s', (_, text, expected) => {
    expect(windowAt(text, 'said')).toBe(expected);
  });
});

describe('quotations that stand alone', () => {
  it('are proposed whole, over paragraphs, unless short', () => {
    const text = 'The “old town” was full.\n\n“We have never seen this before.\n\n“It will not happen again.”';
    const r = read(text);
    const pieces = draftsOfQuotations(r).map(({ content }) =>
      content.map(({ first, last }) => text.slice(r.start[first], r.end[last])),
    );
    expect(pieces).toEqual([['“We have never seen this before.', '“It will not happen again.”']]);
  });
});

/** A draft whose cue is token `cue` and whose content is [first, last]. */
function draft(cue: number, first: number, last: number, alone = false): Draft {
  return {
    cue: { first: cue, last: cue, main: cue, probability: 1, alone },
    source: [],
    content: [{ first, last }],
    sourceSureness: 1,
    contentSureness: 1,
    edgeSureness: 1,
  };
}

describe('choice among drafts', () => {
  const kept = (judged: readonly [Draft, number][]): number[] =>
    chooseClaims(
      read('Some words of a text.'),
      judged.map(([one, probability]) => ({ draft: one, probability })),
      0.3,
    ).map(({ draft: one }) => one.cue.first);

  it.each([
    ['drops what is unlikely', [[draft(1, 2, 9), 0.2]], []],
    [
      'keeps the likelier of two with the same content',
      [
        [draft(1, 2, 9), 0.6],
        [draft(10, 2, 8), 0.9],
      ],
      [10],
    ],
    [
      'keeps a claim inside a claim',
      [
        [draft(1, 2, 20), 0.9],
        [draft(8, 9, 14), 0.8],
      ],
      [1, 8],
    ],
    [
      'keeps one claim a cue',
      [
        [draft(1, 2, 9), 0.9],
        [draft(1, 12, 20), 0.8],
      ],
      [1],
    ],
    [
      'lets a quotation go with the claim that holds it',
      [
        [draft(1, 2, 20), 0.5],
        [draft(15, 15, 20, true), 0.4],
      ],
      [1],
    ],
  ] as const)('%s', (_, judged, expected) => {
    expect(kept(judged as unknown as [Draft, number][])).toEqual(expected);
  });
});
