import { stem } from './stem';

/** Characters of a word that count; what is longer is no word, and must not make the index large. */
export const MAX_WORD_CHARS = 64;

/**
 * The words of a text as the index knows them: lower case, without diacritics and possessives, at least two
 * characters, numbers included.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [word] of fold(text).matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)) {
    const bare = word.replace(/['’].*$/su, '');
    if (bare.length > 1) words.push(bare.slice(0, MAX_WORD_CHARS));
  }
  return words;
}

/**
 * Words too common to tell articles apart. In a large library their weight is near nothing anyway; in one of three
 * articles only this list keeps "the" and "said" from making everything related.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  (
    'about above according across added adding after again against all almost along already also although always am ' +
    'among an and another any anyone are around as asked at away back be became because become been before began ' +
    'behind being between both but by called came can cannot come could day days did do does doing done down during ' +
    'each early either else end enough even ever every few first five for found four from full further gave get give ' +
    'given go going gone good got great group had half has have having he held help her here herself hers him himself ' +
    'his how however if in including instead into is it its itself just keep kept know known large last late later ' +
    'least left less let like likely little long look made make making man many may me might more most much must my ' +
    'near need needs never new next night no nor not nothing now of off often old on once one only or other others our ' +
    'out over own part people per place put quite rather really right said same saw say saying says second see seen set ' +
    'several shall she should show side since six small so some something soon still such take taken ten than that the ' +
    'their them then there these they thing things third this those though thought three through time times to today ' +
    'together told too took toward towards turn two under until up upon us use used using very want was way we week ' +
    'weeks well went were what when where whether which while who whole whom whose why will with within without woman ' +
    'work would year years yes yet you your monday tuesday wednesday thursday friday saturday sunday'
  ).split(' '),
);

/** The same as the index knows them. */
export const COMMON_STEMS: ReadonlySet<string> = new Set([...COMMON_WORDS].map(stem));

/** How the article itself writes its words, by stem: the first form met. */
export function wordForms(text: string): Map<string, string> {
  const forms = new Map<string, string>();
  for (const [form] of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    for (const word of wordsOf(form).map(stem)) if (!forms.has(word)) forms.set(word, form);
  }
  return forms;
}

/** Lower case without diacritics, for comparing: "Vučić" and "vucic" are one. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
