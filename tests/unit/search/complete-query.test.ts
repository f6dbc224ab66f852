import { describe, expect, it } from 'vitest';
import { applyCompletion, completeQuery } from '../../../lib/search/query/complete-query';

const KNOWN = () => ({
  actors: ['Ada Olsen', 'Ministry of Works', 'Ädelmann', 'Bo Lind'],
  outlets: ['The Sandvik Courier', 'Transom'],
  tags: ['bridge', 'to check'],
});

/** The query with | where the cursor is. */
const complete = (marked: string, asked = false) =>
  completeQuery(marked.replace('|', ''), marked.indexOf('|'), KNOWN, asked);

describe('completing a query offers', () => {
  it.each([
    ['act|', ['actor:']],
    ['harbour -be|', ['before:']],
    ['SA|', ['said-by:']],
    ['a|', []],
    ['|', []],
    ['harbour |', []],
    ['harbour|', []],
    ['"act|', []],
    ['actor:|', ['"Ada Olsen" ', '"Ministry of Works" ', 'Ädelmann ', '"Bo Lind" ']],
    ['actor:ad|', ['"Ada Olsen" ', 'Ädelmann ']],
    ['said-by:"ada o|', ['"Ada Olsen" ']],
    ['actor:works|', ['"Ministry of Works" ']],
    ['outlet:cou| strike', ['"The Sandvik Courier" ']],
    ['tag:|', ['bridge ', '"to check" ']],
    ['tag:bridge|', []],
    ['kind:d|', ['direct ']],
    ['has:|', ['note ', 'tag ']],
    ['after:y|', ['yesterday ']],
    ['colour:r|', []],
  ])('%j', (marked, texts) => {
    expect(complete(marked).map(({ text }) => text)).toEqual(texts);
  });

  it('every operator when asked', () => {
    expect(complete('harbour |', true)).toHaveLength(8);
    expect(complete('|', true)).toHaveLength(8);
  });

  it.each([
    ['harbour -be| strike', 'harbour -before:| strike'],
    ['said-by:"ada o|', 'said-by:"Ada Olsen" |'],
    ['outlet:cou| strike', 'outlet:"The Sandvik Courier" |strike'],
  ])('what is put in its place: %j', (marked, expected) => {
    const [first] = complete(marked);
    if (!first) throw new Error('nothing offered');
    const { query, cursor } = applyCompletion(marked.replace('|', ''), first);
    expect(`${query.slice(0, cursor)}|${query.slice(cursor)}`).toBe(expected);
  });
});
