import { describe, expect, it } from 'vitest';
import { asId } from '../../../lib/model/ids';
import type { Description } from '../../../lib/search/description';
import { Library } from '../../../lib/search/library';
import { rankRelated } from '../../../lib/search/related';
import { isSameActor } from '../../../lib/search/said-before';
import { sameQuotations } from '../../../lib/search/same-quotation';
import { countWords, wordsOf } from '../../../lib/search/terms';

function describeText(id: string, text: string, more: Partial<Description> = {}): Description {
  const counts = countWords(wordsOf(text));
  return {
    clippingId: asId(id),
    words: [...counts.keys()],
    counts: [...counts.values()],
    actors: [],
    quotations: [],
    ...more,
  };
}

const STRIKE = describeText('strike', 'Harbour crews in Northgate walked out over pay as ferries stood idle', {
  actors: ['Ana Ruiz', 'Northgate Port Authority'],
  quotations: ['The crews will not sail until they are paid'],
});
const STRIKE_LATER = describeText(
  'later',
  'Ferries stood idle for a third week in Northgate as harbour crews wait for pay',
  {
    actors: ['Ana Ruiz'],
    quotations: ['the crews will not sail'],
  },
);
const OTHERS = [
  describeText('flood', 'Rain swept the valley and the river rose above the old mill'),
  describeText('poll', 'The governing party leads in a new poll before the spring election'),
  describeText('fruit', 'Growers expect a smaller apple harvest after frost in May'),
];

describe('related articles', () => {
  const ranked = rankRelated(STRIKE, new Library([STRIKE, STRIKE_LATER, ...OTHERS]));

  it('names the one on the same story, not itself, and is silent about the rest', () => {
    expect(ranked.map((one) => one.clippingId)).toEqual(['later']);
  });

  it('says why: the quotation as it stands in both, the shared actor, the rare words', () => {
    expect(ranked[0]?.reasons).toEqual([
      { kind: 'quotation', here: STRIKE.quotations[0], there: STRIKE_LATER.quotations[0] },
      { kind: 'actors', words: ['Ana Ruiz'] },
      { kind: 'words', words: ['harbour', 'crews', 'northgate', 'pay'] },
    ]);
  });

  it('is silent when nothing is related, and in an empty library', () => {
    expect(rankRelated(STRIKE, new Library(OTHERS))).toEqual([]);
    expect(rankRelated(STRIKE, new Library([]))).toEqual([]);
  });

  it('ranks an article with a shared quotation above the same one without', () => {
    const without = { ...STRIKE_LATER, clippingId: asId<never>('without'), quotations: [] };
    const ids = rankRelated(STRIKE, new Library([without, STRIKE_LATER, ...OTHERS])).map((one) => one.clippingId);
    expect(ids).toEqual(['later', 'without']);
  });
});

describe('the same quotation', () => {
  const full = 'We will not sail until every one of the crew is paid in full';
  it.each([
    ['equal', full, true],
    ['with other case and punctuation', 'we will not sail – until every one of the crew is paid, in full!', true],
    ['trimmed at the end', 'We will not sail until every one', true],
    ['trimmed at both ends', 'sail until every one of the crew', true],
    ['with a word changed', 'We will not sail until each one of the crew is paid in full', true],
    ['with a cut in the middle', 'We will not sail until the crew is paid in full', true],
    ['another with the same small words', 'We will see to it until the one of us is in it', false],
    [
      'with other words in between',
      'We hope not to sail through storms until every last bill of the port is paid',
      false,
    ],
    ['too short to tell', 'not sail', false],
  ])('%s', (_name, other, same) => {
    expect(sameQuotations([full], [other]).length === 1).toBe(same);
    expect(sameQuotations([other], [full]).length === 1).toBe(same);
  });
});

describe('the same actor in two articles', () => {
  it.each([
    ['Ana Ruiz', 'ana ruiz', true],
    ['Aleksandar Vučin', 'Aleksandar Vucin', true],
    ['Ana María Ruiz', 'Ana Ruiz', true],
    ['Ana Ruiz', 'Ruiz', false],
    ['Ana Ruiz', 'Eva Ruiz', false],
    ['', '', false],
  ])('%j and %j', (a, b, same) => {
    expect(isSameActor(a, b)).toBe(same);
  });
});
