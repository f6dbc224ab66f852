import { describe, expect, it } from 'vitest';
import { draftsOfQuotations } from '../../../../lib/language/attribution/alone';
import { joinCarriedOn } from '../../../../lib/language/attribution/carried-on';
import { NO_CUES, layersOf, readArticle } from '../../../../lib/language/attribution/read';
import { readWords } from '../../../../lib/language/read-words';
import { segment } from '../../../../lib/language/segment/segment';
import { loadWordModels } from '../../../../scripts/word-models';

const models = loadWordModels();

/** How many pieces each claim has where every quotation was a claim of its own. */
function pieces(text: string): number[] {
  const seg = segment(text);
  const r = readArticle(seg, layersOf(readWords(seg, models)), NO_CUES);
  const claims = draftsOfQuotations(r).map((draft) => ({ draft, probability: 0.9 }));
  return joinCarriedOn(r, claims).map(({ draft }) => draft.content.length);
}

describe('a quotation that fills its sentences', () => {
  const one = '“We have looked at every bolt of it.”';
  const two = '“Nobody needs to worry about the winter.”';
  const three = '“It will stand for a hundred years.”';

  it.each([
    ['the same paragraph', `${one} ${two}`, [2]],
    ['the paragraph after', `${one} she said.\n\n${two}`, [2]],
    ['paragraphs one after another', `${one} she said.\n\n${two}\n\n${three}`, [3]],
  ])('goes on with the one before: %s', (_, text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });

  it.each([
    ['a paragraph stands between', `${one}\n\nThen it rained.\n\n${two}`, [1, 1]],
    ['it is part of a sentence', `${one}\n\nIn the hall ${two} was heard.`, [1, 1]],
    ['it stands in other marks, as headlines do', `${one}\n\n‘Nobody needs to worry about the winter’`, [1, 1]],
    ['the one before is too short to be speech', `The “old town” was full.\n\n${two}`, [1]],
  ])('does not where %s', (_, text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });
});
