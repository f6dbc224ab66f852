import { describe, expect, it } from 'vitest';
import { asId } from '../../../lib/model/ids';
import { type Description, describeArticle } from '../../../lib/search/description';
import { packDescriptions } from '../../../lib/search/packed/pack';
import { PackedLibrary } from '../../../lib/search/packed/packed-library';
import { Segment } from '../../../lib/search/packed/segment';
import { floorOf, rankRelated } from '../../../lib/search/related';
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
  quotations: [{ text: 'The crews will not sail until they are paid', speaker: '' }],
});
const STRIKE_LATER = article(
  'later',
  'Northgate ferries idle for a third week',
  'The 14 ferries stood idle for a third week in Northgate as the harbour crews wait for their pay.',
  { actors: ['Ana Ruiz'], quotations: [{ text: 'the crews will not sail', speaker: '' }] },
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
      { kind: 'quotation', here: STRIKE.quotations[0]?.text, there: STRIKE_LATER.quotations[0]?.text },
      { kind: 'actors', words: ['Ana Ruiz'] },
      { kind: 'words', words: ['Northgate', 'crews', 'ferries', 'idle'] },
    ]);
  });

  it('is silent when nothing is related, and in an empty library', async () => {
    expect(await related(STRIKE, OTHERS)).toEqual([]);
    expect(await related(STRIKE, [])).toEqual([]);
  });

  it('is shown above a floor that rises with the library', () => {
    expect([0, 8, 50].map(floorOf)).toEqual([0.22, 0.22, 0.22]);
    expect(floorOf(400)).toBeCloseTo(0.249, 2);
    expect([3700, 50_000].map(floorOf)).toEqual([0.28, 0.28]);
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
