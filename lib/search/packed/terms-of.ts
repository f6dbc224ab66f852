/**
 * The terms under which an article is found besides its words. Words are letters and digits alone, so a sign in front
 * keeps the kinds apart: `@` a word of an actor's name, `=` one of a speaker's, `#` the outlet, `%` a kind of claim.
 */
import type { Description } from '../description';
import { fold, MAX_WORD_CHARS, wordsOf } from '../terms';

export const ACTOR = '@';
export const SPEAKER = '=';
export const OUTLET = '#';
export const KIND = '%';

/** The terms of an article that are not words of it, each once. */
export function extraTerms({ actors, speakers, outlet, kinds }: Description): Set<string> {
  return new Set([
    ...actors.flatMap(wordsOf).map((word) => ACTOR + word),
    ...speakers.flatMap(wordsOf).map((word) => SPEAKER + word),
    ...(outlet ? [OUTLET + fold(outlet).slice(0, MAX_WORD_CHARS)] : []),
    ...kinds.map((kind) => KIND + kind),
  ]);
}

/** Days from 1 January 1970 to the date at the start of an ISO 8601 text; null when there is none. */
export function dayOf(published: string | null): number | null {
  const date = /^(\d{4})-(\d\d)-(\d\d)/.exec(published ?? '');
  if (!date) return null;
  const ms = Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3]));
  return ms < 0 ? null : Math.floor(ms / 86_400_000);
}
