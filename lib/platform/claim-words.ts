import type { Claim, Reason, ReasonCode } from '../model/analysis';
import { isolate, say, wordsLanguage } from './words';

/** The word for how sure the engine is. */
export type CertaintyWord = 'sure' | 'likely' | 'unsure';

/** From these certainties on (calibrated, 0 to 1) a claim is called sure, or likely. */
const SURE_FROM = 0.9;
const LIKELY_FROM = 0.65;

/** How sure the engine is (0 to 1) as one of three words; panel and page use the same ones. */
export function certaintyWord(certainty: number): CertaintyWord {
  if (certainty >= SURE_FROM) return 'sure';
  return certainty >= LIKELY_FROM ? 'likely' : 'unsure';
}

/** A share (0 to 1) as whole per cent in the reader's language, never 100 and never 0: the engine is not that sure. */
export function percent(share: number): string {
  const held = Math.min(0.99, Math.max(0.01, share));
  return new Intl.NumberFormat(wordsLanguage(), { style: 'percent', maximumFractionDigits: 0 }).format(held);
}

/** What to call who said it; a word of ours where the article gives nothing. */
export function speakerWord(claim: Claim): string {
  return claim.speaker === '' ? say('speaker.unknown') : claim.speaker;
}

const SENTENCES: Record<ReasonCode, (words: string) => string> = {
  'quotation-with-cue': (words) => say('reason.quotationWithCue', { words }),
  'quotation-alone': () => say('reason.quotationAlone'),
  'reported-with-cue': (words) => say('reason.reportedWithCue', { words }),
  'speaker-named': (words) => say('reason.speakerNamed', { words }),
  'speaker-by-pronoun': (words) => say('reason.speakerByPronoun', { words }),
  'speaker-by-description': (words) => say('reason.speakerByDescription', { words }),
  'speaker-carried-over': (words) => say('reason.speakerCarriedOver', { words }),
  'speaker-only-described': (words) => say('reason.speakerOnlyDescribed', { words }),
  'speaker-unknown': () => say('reason.speakerUnknown'),
  'corrected-by-reader': () => say('reason.correctedByReader'),
};

/** One readable sentence for why the engine believes something; the words it quotes are isolated. */
export function reasonSentence(reason: Reason): string {
  return SENTENCES[reason.code](isolate(reason.words));
}
