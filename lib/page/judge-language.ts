/**
 * Judges the language of a text from the text: by its script where one language owns that, else by which language's commonest
 * words cover most of it. What a page declares is missing or wrong too often to be asked.
 */
import { COMMON_WORDS, SCRIPTS } from './language-words';

/** More of a long text tells nothing new. */
const SAMPLE_CHARS = 6_000;
/** Fewer words than this say nothing. */
const MIN_WORDS = 8;
/** Common words make up a third to a half of any prose; below this share it is a list, or a language that is not known here. */
const MIN_SHARE = 0.12;

const WORDS_OF = Object.entries(COMMON_WORDS).map(([code, words]) => [code, new Set(words.split(' '))] as const);

/** ISO 639-1 code of the language of `text`, "und" where it cannot be judged. */
export function judgeLanguage(text: string): string {
  // The middle of a text has less boilerplate than its edges.
  const from = Math.max(0, Math.floor((text.length - SAMPLE_CHARS) / 2));
  const sample = text.slice(from, from + SAMPLE_CHARS);
  return byScript(sample) ?? byWords(sample);
}

function byScript(sample: string): string | null {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const countOf = (script: RegExp) => sample.match(script)?.length ?? 0;
  // Japanese mixes its kana with Chinese characters, so a small share of kana decides.
  if (letters > 0 && countOf(/[\u3040-\u30ff]/g) > letters * 0.1) return 'ja';
  const owner = SCRIPTS.find(([script]) => countOf(script) > letters * 0.5);
  if (!owner) return null;
  return owner[1] === 'ar' ? byArabicLetters(sample) : owner[1];
}

/** Persian and Urdu write letters that Arabic does not have. */
function byArabicLetters(sample: string): string {
  if (/[\u0679\u0688\u0691\u06ba\u06d2]/.test(sample)) return 'ur';
  return (sample.match(/[\u067e\u0686\u0698\u06af\u06cc\u06a9]/g)?.length ?? 0) > sample.length * 0.02 ? 'fa' : 'ar';
}

function byWords(sample: string): string {
  const words = sample.toLowerCase().match(/[\p{L}\p{M}’]+/gu) ?? [];
  if (words.length < MIN_WORDS) return 'und';
  let best = 'und';
  let most = words.length * MIN_SHARE;
  for (const [code, common] of WORDS_OF) {
    const covered = words.filter((word) => common.has(word)).length;
    if (covered > most) [best, most] = [code, covered];
  }
  return best;
}
