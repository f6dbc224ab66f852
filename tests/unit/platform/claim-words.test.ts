import '../english';
import { describe, expect, it } from 'vitest';
import type { Claim, ReasonCode } from '../../../lib/model/analysis';
import { certaintyWord, percent, reasonSentence, speakerWord } from '../../../lib/platform/claim-words';
import { isolate } from '../../../lib/platform/words';

const CODES: readonly ReasonCode[] = [
  'quotation-with-cue',
  'quotation-alone',
  'reported-with-cue',
  'speaker-named',
  'speaker-by-pronoun',
  'speaker-by-description',
  'speaker-carried-over',
  'speaker-only-described',
  'speaker-unknown',
  'corrected-by-reader',
];

describe('claim words', () => {
  it('calls a certainty by one of three words', () => {
    expect([1, 0.9, 0.89, 0.65, 0.64, 0].map(certaintyWord)).toEqual([
      'sure',
      'sure',
      'likely',
      'likely',
      'unsure',
      'unsure',
    ]);
  });

  it('never claims to be wholly sure', () => {
    expect([1, 0.847, 0].map(percent)).toEqual(['99%', '85%', '1%']);
  });

  it('has a different sentence for every reason', () => {
    const sentences = CODES.map((code) => reasonSentence({ code, words: 'x' }));
    expect(new Set(sentences).size).toBe(CODES.length);
    expect(sentences.filter((sentence) => sentence === '' || sentence.includes('{'))).toEqual([]);
  });

  it('sets the words of the page apart, so that right-to-left words leave the sentence alone', () => {
    expect(reasonSentence({ code: 'speaker-named', words: 'عمر' })).toContain(`«${isolate('عمر')}»`);
  });

  it('says so when nobody is named', () => {
    const claim: Pick<Claim, 'speaker'> = { speaker: '' };
    expect(speakerWord(claim as Claim)).toBe('Not named');
  });
});
