import * as fc from 'fast-check';
import { describe as suite, expect, it } from 'vitest';
import { anchor, anchorAll } from '../../../lib/anchoring/anchor';
import { describe } from '../../../lib/anchoring/describe';

const OLD = [
  'The river ran high again on Tuesday, and the old bridge at Marrow stayed closed to all but the post van.',
  '“We will not open it before the inspection,” said Ana Ortiz, who leads the council. “That is final.”',
  'Some 300 people cross it every day, most of them on foot. The ferry takes 40 at a time.',
  'Li Wei, who runs the ferry, said fares would not rise. “Nobody should pay for the rain,” he said.',
  'The ministry promised an answer by March. It has promised one twice before, in letters that the council made public.',
].join('\n\n');

/** The span of `passage` in `text`. */
function spanOf(text: string, passage: string) {
  const start = text.indexOf(passage);
  return { start, end: start + passage.length };
}

/** What `passage` of `old` becomes in `next`, as text. */
function carried(passage: string, next: string, old = OLD, withOld = true): string | null {
  const span = anchor(describe(old, spanOf(old, passage)), next, withOld ? old : undefined);
  return span && next.slice(span.start, span.end);
}

const SENTENCE = 'Some 300 people cross it every day, most of them on foot.';
const paragraphs = OLD.split('\n\n');
const HEADING = '4. What it costs';
const ONCE = 'Here stood Ortizzi alone, and then she left for good.';

suite('anchor', () => {
  it.each<[string, string, string, string | null, string?]>([
    ['an unchanged text', OLD, SENTENCE, SENTENCE],
    [
      'other white space and soft hyphens',
      OLD.replace('every day', 'every\u00a0 d\u00aday'),
      SENTENCE,
      SENTENCE.replace('every day', 'every\u00a0 d\u00aday'),
    ],
    ['other quotation marks', OLD.replace(/[“”]/g, '"'), '“That is final.”', '"That is final."'],
    ['a misspelling put right', OLD.replace('people', 'peopel'), 'people', 'peopel'],
    [
      'a reworded sentence',
      OLD.replace('cross it every day', 'use it daily'),
      SENTENCE,
      SENTENCE.replace('cross it every day', 'use it daily'),
    ],
    ['an advertisement before it', OLD.replace(SENTENCE, `Subscribe now.\n\n${SENTENCE}`), SENTENCE, SENTENCE],
    [
      'a moved paragraph',
      [paragraphs[3], paragraphs[4], paragraphs[0], paragraphs[1], paragraphs[2]].join('\n\n'),
      SENTENCE,
      SENTENCE,
    ],
    [
      'a short paragraph that moved away from all its neighbours',
      [HEADING, OLD].join('\n\n'),
      HEADING,
      HEADING,
      [paragraphs[0], HEADING, ...paragraphs.slice(1)].join('\n\n'),
    ],
    [
      'a passage over two paragraphs, of which only the first moved',
      [paragraphs[1], paragraphs[0], paragraphs[4], paragraphs[3], paragraphs[2]].join('\n\n'),
      `${paragraphs[3]}\n\nThe ministry promised an answer`,
      paragraphs[3] ?? '',
    ],
    ['a name whose whole surroundings were rewritten', 'Nobody but Ortizzi spoke up.', 'Ortizzi', 'Ortizzi', ONCE],
    ['a short word that stands in other surroundings', 'The team had stood up.', 'stood', null, ONCE],
    ['a sentence that was cut', OLD.replace(SENTENCE, ''), SENTENCE, null],
    [
      'a paragraph that was replaced',
      OLD.replace(paragraphs[2] ?? '', 'Rain is expected until Friday, and the water may rise by a metre.'),
      SENTENCE,
      null,
    ],
    ['a number that was changed', OLD.replace('300', '450'), '300', null],
    ['a text that has nothing in common', 'Nothing here. At all. Ever.', SENTENCE, null],
    ['an empty text', '', SENTENCE, null],
  ])('answers %s', (_, next, passage, expected, old = OLD) => {
    expect(carried(passage, next, old)).toBe(expected);
  });

  it('tells the passage from a copy of it in a summary box', () => {
    const next = `In this story\n\n${SENTENCE}\n\n${OLD}`;
    expect(anchor(describe(OLD, spanOf(OLD, SENTENCE)), next, OLD)?.start).toBe(next.lastIndexOf(SENTENCE));
  });

  it('finds the passage by quote and context when the old text is not at hand', () => {
    expect(carried(SENTENCE, `Subscribe now.\n\n${OLD.replace('every', 'evrey')}`, OLD, false)).toBe(
      SENTENCE.replace('every', 'evrey'),
    );
    expect(carried('said', OLD.replace('Ortiz, who', 'Ortiz who'), OLD, false)).toBe('said');
  });

  it('does not choose between equal passages without context', () => {
    const selectors = { exact: 'said', prefix: '', suffix: '', start: 0, end: 4 };
    expect(anchor(selectors, 'She said this. He said that.')).toBeNull();
  });

  it('gives all passages the answers they get one by one', () => {
    const next = OLD.replace('every day', 'daily').replace('40', '60');
    const all = paragraphs.map((paragraph) => describe(OLD, spanOf(OLD, paragraph)));
    expect(anchorAll(all, next, OLD)).toEqual(all.map((selectors) => anchor(selectors, next, OLD)));
  });

  it('gives up on text that is the same all over', () => {
    const text = 'the '.repeat(20_000);
    expect(anchor({ exact: 'the', prefix: '', suffix: '', start: 40, end: 43 }, text)).toBeNull();
    const run = 'x'.repeat(50_000);
    expect(anchor(describe(run, { start: 500, end: 900 }), `${run}y`, run)).toBeNull();
  });
});

suite('anchor, whatever the text', () => {
  const word = fc.constantFrom(
    'the',
    'river',
    'said',
    '“no”',
    '300',
    'été',
    '🙂',
    'x'.repeat(60),
    '\n\n',
    '\u00ad',
    '\ud800',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
  );

  it('finds every passage of an unchanged text where it was', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (old, a, b) => {
        const [start, end] = [a % (old.length + 1), b % (old.length + 1)].toSorted((x, y) => x - y);
        fc.pre(start !== undefined && end !== undefined && start < end);
        expect(anchor(describe(old, { start: start ?? 0, end: end ?? 0 }), old, old)).toEqual({ start, end });
      }),
    );
  });

  it('gives a place within the new text, or none, and never throws', () => {
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), fc.boolean(), (old, next, a, b, withOld) => {
        const selectors = describe(old, { start: a % (old.length + 1), end: b % (old.length + 1) });
        const found = anchor(selectors, next, withOld ? old : undefined);
        expect(found === null || (found.start >= 0 && found.start < found.end && found.end <= next.length)).toBe(true);
      }),
    );
  });
});
