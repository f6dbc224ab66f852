import { describe, expect, it } from 'vitest';
import { asId } from '../../../lib/model/ids';
import { type Description, describeArticle } from '../../../lib/search/description';
import { packDescriptions } from '../../../lib/search/packed/pack';
import { PackedLibrary } from '../../../lib/search/packed/packed-library';
import { Segment } from '../../../lib/search/packed/segment';
import { rankRelated } from '../../../lib/search/related';
import { sameQuotations } from '../../../lib/search/same-quotation';
import { stem } from '../../../lib/search/stem';
import { wordForms, wordsOf } from '../../../lib/search/terms';

function article(id: string, title: string, text: string, more: Partial<Description> = {}): Description {
  const nothing = { engine: 'test', sentences: [], actors: [], claims: [] };
  return { ...describeArticle(asId(id), { title, text }, nothing), ...more };
}

async function related(query: Description, descriptions: readonly Description[], text = '') {
  const library = new PackedLibrary([await Segment.openPacked(packDescriptions(descriptions))]);
  return rankRelated({ description: query, forms: wordForms(text) }, descriptions, library);
}

const STRIKE_TEXT = 'The harbour crews in Northgate walked out over pay as 14 ferries stood idle.';
const STRIKE = article('strike', 'Crews walk out in Northgate', STRIKE_TEXT, {
  actors: ['Ana Ruiz', 'Northgate Port Authority'],
  quotations: ['The crews will not sail until they are paid'],
});
const STRIKE_LATER = article(
  'later',
  'Northgate ferries idle for a third week',
  'The 14 ferries stood idle for a third week in Northgate as the harbour crews wait for their pay.',
  { actors: ['Ana Ruiz'], quotations: ['the crews will not sail'] },
);
const OTHERS = [
  article('flood', 'River rises', 'Rain swept the valley and the river rose above the old mill.'),
  article('poll', 'A new poll', 'The governing party leads in a new poll before the spring election.'),
  article('fruit', 'Fewer apples', 'Growers expect a smaller apple harvest after the frost in May.'),
];

describe('related articles', () => {
  const ranked = () => related(STRIKE, [STRIKE, STRIKE_LATER, ...OTHERS], STRIKE_TEXT);

  it('names the one on the same story, not itself, and is silent about the rest', async () => {
    expect((await ranked()).map((one) => one.clippingId)).toEqual(['later']);
  });

  it('says why: the quotation as it stands in both, the shared actor, the words as the article writes them', async () => {
    expect((await ranked())[0]?.reasons).toEqual([
      { kind: 'quotation', here: STRIKE.quotations[0], there: STRIKE_LATER.quotations[0] },
      { kind: 'actors', words: ['Ana Ruiz'] },
      { kind: 'words', words: ['Northgate', 'crews', 'ferries', 'idle'] },
    ]);
  });

  it('is silent when nothing is related, and in an empty library', async () => {
    expect(await related(STRIKE, OTHERS)).toEqual([]);
    expect(await related(STRIKE, [])).toEqual([]);
  });

  it('ranks an article with a shared quotation above the same one without', async () => {
    const without = { ...STRIKE_LATER, clippingId: asId<never>('without'), quotations: [] };
    const ids = (await related(STRIKE, [without, STRIKE_LATER, ...OTHERS])).map((one) => one.clippingId);
    expect(ids).toEqual(['later', 'without']);
  });

  it('meets plural and tense', () => {
    expect(wordsOf('strikes striking struck').map(stem)).toEqual(['strike', 'strik', 'struck']);
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
