import { describe, expect, it } from 'vitest';
import { layersOf, readArticle, NO_CUES } from '../../../../lib/language/attribution/read';
import { withoutRecipient } from '../../../../lib/language/attribution/without-recipient';
import { readWords } from '../../../../lib/language/read-words';
import { segment } from '../../../../lib/language/segment/segment';
import { loadWordModels } from '../../../../scripts/word-models';

const models = loadWordModels();

/** What is left of the pieces "first / second" around the cue of a text. */
function left(text: string, cueWord: string, pieces: readonly string[]): string[] {
  const seg = segment(text);
  const r = readArticle(seg, layersOf(readWords(seg, models)), NO_CUES);
  const cueAt = seg.words.indexOf(cueWord);
  const cue = { first: cueAt, last: cueAt, main: cueAt, probability: 1, alone: false };
  const runs = pieces.map((piece) => {
    const start = text.indexOf(piece);
    const first = seg.tokens.start.indexOf(start);
    return { first, last: seg.tokens.end.indexOf(start + piece.length) };
  });
  return withoutRecipient(r, cue, runs).map(({ first, last }) => text.slice(r.start[first], r.end[last]));
}

describe('who was told', () => {
  it.each([
    [
      '“The ferry is safe,” Ruiz told several hundred workers.',
      'told',
      ['“The ferry is safe,”', 'several hundred workers'],
      1,
    ],
    [
      '“The ferry is safe,” Ruiz told the Olm Herald on Monday.',
      'told',
      ['“The ferry is safe,”', 'the Olm Herald on Monday'],
      1,
    ],
    ['“The ferry,” Ruiz said, “is safe.”', 'said', ['“The ferry,”', '“is safe.”'], 2],
    ['“It is safe,” Ruiz said, and that it would sail.', 'said', ['“It is safe,”', 'that it would sail'], 2],
    ['The ferry, Ruiz said, is safe.', 'said', ['The ferry', 'is safe'], 2],
  ])('%s', (text, cue, pieces, kept) => {
    expect(left(text, cue, pieces)).toEqual(pieces.slice(0, kept));
  });
});
