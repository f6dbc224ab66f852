import { describe, expect, it } from 'vitest';
import { compareEditions } from '../../../lib/anchoring/editions';

const PARAGRAPHS = [
  'The harbour board of Sandvik met on Tuesday evening to settle who pays for the ferry that carries workers across the bay.',
  'The repair will cost about 14 million crowns, the board said, and the old pier must be closed for a season to get it done.',
  '“We will sign the contract before the summer begins and the crews come back,” said Ines Okafor, who speaks for the board.',
  'People on the far side of the bay have asked for another boat, since the bridge is closed to lorries and the road is long.',
];
const KEPT = PARAGRAPHS.join('\n\n');
const edited = (from: string, to: string) => KEPT.replace(from, to);
const compare = (text: string) => compareEditions(KEPT, text);

describe('what an edition says otherwise', () => {
  it('shows a number with the words around it, cut between words, and where it stands now', () => {
    const now = edited('14 million', '17 million');
    const [change] = compare(now);
    expect(change).toMatchObject({
      how: 'changed',
      kind: 'number',
      before: {
        lead: 'The repair will cost about ',
        words: '14',
        tail: expect.stringMatching(/^ million crowns.*[a-z] …$/),
      },
      after: { words: '17' },
    });
    expect(change?.after && now.slice(change.after.start, change.after.end)).toBe('17');
    expect(compare(now)).toHaveLength(1);
  });

  it('shows of a quotation only what differs, and keeps its whole place', () => {
    const now = edited('before the summer begins', 'after the summer has ended');
    const [change] = compare(now);
    expect(change).toMatchObject({
      kind: 'quotation',
      before: { words: 'before the summer begins', lead: expect.stringContaining('“We will sign the contract ') },
      after: { words: 'after the summer has ended', tail: expect.stringContaining(' and the crews come back,”') },
    });
    expect(change?.after && now.slice(change.after.start, change.after.end)).toMatch(/^“We will .* come back,”$/);
  });

  it('has a word on each side where words were only put in', () => {
    const [change] = compare(edited('We will sign', 'We will never sign'));
    expect([change?.before?.words, change?.after?.words].every(Boolean)).toBe(true);
    expect(change?.after?.words).toContain('never');
  });

  it('has one side only for what came and what went', () => {
    const [quotation = ''] = /“.*”/.exec(KEPT) ?? [];
    const gone = compare(edited(quotation + ' said Ines Okafor, who speaks', 'The board speaks'));
    expect(gone.find(({ kind }) => kind === 'quotation')).toMatchObject({ how: 'removed', after: null });
    const [come] = compareEditions(edited(`${PARAGRAPHS[2]}\n\n`, ''), KEPT).filter(({ kind }) => kind === 'quotation');
    expect(come).toMatchObject({ how: 'added', before: null });
  });

  it('gives every change an id of its own', () => {
    const ids = compare(edited('14', '17').replace('before', 'after')).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('what is no edit', () => {
  const other = Array.from(
    { length: 60 },
    (_, i) => `On day ${i} somebody else, Otto Ferrand of Ulm, sold ${i + 3} goats at market.`,
  );
  it.each<[string, string]>([
    ['the same text', KEPT],
    ['other quotation marks and white space', KEPT.replace('“', '"').replace('”', '"').replaceAll('\n\n', '\n')],
    ['an advertisement between paragraphs', PARAGRAPHS.join('\n\nSubscribe to our newsletter for 3 crowns a week\n\n')],
    ['another order of paragraphs', PARAGRAPHS.toReversed().join('\n\n')],
    ['the first part of the article only', PARAGRAPHS.slice(0, 2).join('\n\n')],
    ['another article under the same address', other.join('\n\n')],
  ])('%s', (_, text) => {
    expect(compare(text)).toEqual([]);
  });
});

describe('paragraphs that only one text has at its end', () => {
  const end =
    'The board will meet again in March, when Tomas Vidal of the ferry company is to show what 40 more crossings a week would cost, ' +
    'and whether the town of Skarholm will pay for a part of it as its mayor has said before.';
  const base = `${KEPT}\n\nThe old ferry was built when the town still had a yard of its own, and those who sailed on it say that it never failed them, not even when the ice lay thick and the lights along the shore went out.`;
  const longer = `${base}\n\n${end}`;
  it.each<[string, string, string]>([
    ['came', base, longer],
    ['went', longer, base],
  ])('that %s are no edit, unless the page says that it was modified', (_, before, after) => {
    expect(compareEditions(before, after)).toEqual([]);
    expect(compareEditions(before, after, true).map(({ kind }) => kind)).toContain('number');
  });

  it('do not hide an edit elsewhere, nor an end that was written anew', () => {
    expect(compareEditions(base, longer.replace('14 million', '17 million'))).toMatchObject([
      { after: { words: '17' } },
    ]);
    const anew = `${base}\n\n${'Nobody at the harbour knew on Friday whether Ulla Brandt would come back to lead the 12 crews '.repeat(3)}.`;
    expect(compareEditions(longer, anew).length).toBeGreaterThan(0);
  });
});
