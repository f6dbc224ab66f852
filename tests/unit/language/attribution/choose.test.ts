import { describe, expect, it } from 'vitest';
import { draftsOfQuotations } from '../../../../lib/language/attribution/alone';
import { addLoneQuotations } from '../../../../lib/language/attribution/choose';
import { NO_CUES, layersOf, readArticle } from '../../../../lib/language/attribution/read';
import { readWords } from '../../../../lib/language/read-words';
import { segment } from '../../../../lib/language/segment/segment';
import { loadWordModels } from '../../../../scripts/word-models';

const models = loadWordModels();

/** The quotations that become claims of their own, where no other claim was chosen. */
function lone(text: string): string[] {
  const seg = segment(text);
  const r = readArticle(seg, layersOf(readWords(seg, models)), NO_CUES);
  const judged = draftsOfQuotations(r).map((draft) => ({ draft, probability: 0 }));
  return addLoneQuotations(r, judged, []).map(({ draft: { content } }) =>
    text.slice(r.start[content[0]?.first ?? 0], r.end[content.at(-1)?.last ?? 0]),
  );
}

describe('quotations that no claim holds', () => {
  const quotation = '“We will open the ferry to Olm in spring.”';

  it.each([
    ['a paragraph of its own', `Ruiz was asked about it.\n\n${quotation}\n\nThen she left.`],
    ['the end of a paragraph', `Ruiz was not worried. ${quotation}\n\nThen she left.`],
    ['the middle of a paragraph', `Ruiz was not worried. ${quotation} Then she left.`],
    ['the whole text', quotation],
  ])('are claims where they fill sentences: %s', (_, text) => {
    expect(lone(text)).toEqual([quotation]);
  });

  it.each([
    ['part of a sentence', 'Her book “We will open the ferry to Olm in spring” sold well.'],
    ['too short', 'Ruiz was not worried. “No ferry.” Then she left.'],
  ])('are none else: %s', (_, text) => {
    expect(lone(text)).toEqual([]);
  });

  it('nor where a chosen claim holds them', () => {
    const seg = segment(quotation);
    const r = readArticle(seg, layersOf(readWords(seg, models)), NO_CUES);
    const judged = draftsOfQuotations(r).map((draft) => ({ draft, probability: 0.1 }));
    expect(addLoneQuotations(r, judged, judged)).toHaveLength(1);
  });
});
