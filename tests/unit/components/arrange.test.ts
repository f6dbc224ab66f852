import '../english';
import { describe, expect, it } from 'vitest';
import { countSpeakers, filterClaims, groupClaims } from '../../../components/claims/arrange';
import { claimItems } from '../../../components/claims/claim-item';
import { asId } from '../../../lib/model/ids';
import { articleOf, SOME } from '../../panel/article';

const { article, analysis } = articleOf(SOME);
const items = claimItems(article.text, analysis, [{ claim: asId('c2'), verdict: { kind: 'wrong' } }]);

describe('claim items', () => {
  it('cut the words of content and cue out of the article', () => {
    expect(items[3]).toMatchObject({
      content: '“We will not sign a blank cheque,”',
      cue: 'said',
      speaker: 'Ines Okafor',
    });
  });

  it('give the role of the speaker and the verdict of the reader', () => {
    expect(items[1]).toMatchObject({ role: 'councillor for the Quay ward', verdict: 'wrong' });
    expect(items[0]?.verdict).toBeNull();
  });

  it('have a word of ours where nobody is named', () => {
    expect(items[4]).toMatchObject({ speaker: 'Not named', named: false });
  });

  it('join the pieces of a content that is interrupted', () => {
    const [claim] = analysis.claims;
    if (!claim) throw new Error('no claim');
    const broken = {
      ...claim,
      content: [
        { start: 0, end: 4 },
        { start: 5, end: 10 },
      ],
    };
    expect(claimItems('“One then two”', { ...analysis, claims: [broken] }, [])[0]?.content).toBe('“One … then');
  });
});

describe('arranging claims', () => {
  const ids = (claims: readonly { readonly id: string }[]) => claims.map(({ id }) => id).join(' ');

  it.each([
    { kinds: [], speaker: '', expected: 'c1 c2 c3 c4 c5 c6 c7 c8' },
    { kinds: ['mixed'], speaker: '', expected: 'c2 c7' },
    { kinds: ['mixed', 'direct'], speaker: 'Tomás Vidal', expected: 'c2 c8' },
    { kinds: [], speaker: 'Nobody Here', expected: '' },
  ] as const)('shows $expected for kinds $kinds and speaker "$speaker"', ({ kinds, speaker, expected }) => {
    expect(ids(filterClaims(items, kinds, speaker))).toBe(expected);
  });

  it('groups by speaker, who says most first, each in reading order', () => {
    const groups = groupClaims(items, 'speaker');
    expect(groups.slice(0, 3).map(({ speaker, claims }) => `${speaker}: ${ids(claims)}`)).toEqual([
      'Mara Olsen: c1 c6',
      'Tomás Vidal: c2 c8',
      'Sandvik Port Authority: c3',
    ]);
    expect(groups.flatMap(({ claims }) => claims)).toHaveLength(items.length);
  });

  it('is one group without a heading in reading order, none without claims', () => {
    expect(groupClaims(items, 'reading').map(({ speaker }) => speaker)).toEqual([null]);
    expect(groupClaims([], 'reading')).toEqual([]);
  });

  it('counts every claim once', () => {
    expect(countSpeakers(items).reduce((sum, { count }) => sum + count, 0)).toBe(items.length);
  });
});
