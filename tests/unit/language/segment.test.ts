import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segment } from '../../../lib/language/segment/segment';

/** Tokens of each sentence joined by "|", sentences by " / ". */
function cut(text: string): string {
  const { sentences, words } = segment(text);
  return sentences.map((s) => words.slice(s.first, s.afterLast).join('|')).join(' / ');
}

/** Each quotation by opening mark: its pieces joined by " ~ ", indented by depth, "?" when unclosed. */
function quoted(text: string): string[] {
  return segment(text).quotations.map(
    (q) => `${'>'.repeat(q.depth)}${q.pieces.map((p) => text.slice(p.start, p.end)).join(' ~ ')}${q.closed ? '' : '?'}`,
  );
}

describe('tokens and sentences', () => {
  it.each([
    ['Mr. O’Brien didn’t go.', 'Mr.|O’Brien|did|n’t|go|.'],
    ["Ana's sister can't, they'll cannot", "Ana|'s|sister|ca|n't|,|they|'ll|can|not"],
    ['a well-known non-profit', 'a|well|-|known|non-profit'],
    ['He paid $1,000.50 at 10:30 a.m. He left.', 'He|paid|$|1,000.50|at|10:30|a.m. / He|left|.'],
    ['The U.S. Senate met. AT&T did too.', 'The|U.S.|Senate|met|. / AT&T|did|too|.'],
    ['Dr. Mira K. Olt, Ph.D., of Tarn Corp. spoke', 'Dr.|Mira|K.|Olt|,|Ph.D.|,|of|Tarn|Corp.|spoke'],
    [
      'Send it to ana@tarn.example, or see https://tarn.example/a?b=c.',
      'Send|it|to|ana@tarn.example|,|or|see|https://tarn.example/a?b=c|.',
    ],
    ['“Stop!” Ana Ruiz shouted. “Why?” Nobody knew.', '“|Stop|!|”|Ana|Ruiz|shouted|. / “|Why|?|” / Nobody|knew|.'],
    ['He left... She stayed... and slept', 'He|left|... / She|stayed|...|and|slept'],
    ['A Heading Without Stop\n\nThe text', 'A|Heading|Without|Stop / The|text'],
    ['a line that is\nwrapped here', 'a|line|that|is|wrapped|here'],
    ['1. Vote early. No. 10 said no. The end', '1|.|Vote|early|. / No.|10|said|no|. / The|end'],
    ['done.Next one', 'done|. / Next|one'],
    ['👩‍👩‍👧 wins', '👩‍👩‍👧|wins'],
  ])('%s', (text, expected) => {
    expect(cut(text)).toBe(expected);
  });
});

describe('quotations', () => {
  it.each([
    ['"a" b "c"', ['"a"', '"c"']],
    ['“a ‘b’ c” d', ['“a ‘b’ c”', '>‘b’']],
    ['„Hallo“ sagt er, »nein« und «oui»', ['„Hallo“', '»nein«', '«oui»']],
    ["''a b'' and ``c''", ["''a b''", "``c''"]],
    ['“a,\n\n“b,\n\n“c,” he said', ['“a, ~ “b, ~ “c,”']],
    ['“a.\n\nHe left.', ['“a.?']],
    ['‘the players’ choice’ was it', ['‘the players’ choice’']],
    ["the players' union and the '90s, rock 'n' roll", []],
    ["'It is the unions' day,' he said", ["'It is the unions' day,'"]],
    ['a 27" screen and a 30" one', []],
  ])('%s', (text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });
});

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        '“',
        '”',
        "'",
        '’',
        '‘',
        '«',
        '»',
        'a',
        'Bc',
        '.',
        ' ',
        '\n',
        '\n\n',
        'U.S.',
        '\ud800',
        '\u0301',
        '👍🏽',
      ),
      {
        maxLength: 120,
      },
    )
    .map((parts) => parts.join('')),
);

describe('any string', () => {
  it('is cut into ordered tokens that cover all but space, on character borders', () => {
    fc.assert(
      fc.property(text, (input) => {
        const { tokens, count } = segment(input);
        let at = 0;
        for (let i = 0; i < count; i += 1) {
          const start = tokens.start[i] ?? -1;
          const end = tokens.end[i] ?? -1;
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(input.slice(at, start)).toMatch(/^[\s\p{Cc}\u200B\uFEFF\u00AD]*$/u);
          for (const border of [start, end])
            expect(
              /[\ud800-\udbff]/.test(input.charAt(border - 1)) && /[\udc00-\udfff]/.test(input.charAt(border)),
            ).toBe(false);
          at = end;
        }
        expect(input.slice(at)).toMatch(/^[\s\p{Cc}\u200B\uFEFF\u00AD]*$/u);
      }),
    );
  });

  it('has quotations that nest and never cross, and sentences that tile the tokens', () => {
    fc.assert(
      fc.property(text, (input) => {
        const { quotations, sentences, count } = segment(input);
        for (const q of quotations) {
          const outer = quotations[q.parent];
          if (outer) expect(outer.first <= q.first && q.last <= outer.last).toBe(true);
          for (const other of quotations) {
            expect(q.first < other.first && other.first <= q.last && q.last < other.last).toBe(false);
          }
        }
        expect(sentences.reduce((at, s) => (s.first === at && s.afterLast > at ? s.afterLast : -1), 0)).toBe(count);
      }),
    );
  });

  it.each([
    ['a word of a million letters', 'a'.repeat(1_000_000)],
    ['a million dots', '.'.repeat(1_000_000)],
    ['dotted capitals', 'A.'.repeat(200_000)],
    ['100,000 quotation marks', '"'.repeat(100_000)],
    ['100,000 spaced quotation marks', ' “'.repeat(100_000)],
    ['100,000 apostrophes', "a'".repeat(100_000)],
    ['100,000 hyphens', 'a-'.repeat(100_000)],
    ['lone surrogates', '\ud83d '.repeat(100_000)],
  ])('survives %s', (_, input) => {
    expect(segment(input).count).toBeGreaterThan(0);
  });
});
