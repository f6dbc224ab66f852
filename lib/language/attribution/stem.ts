/** Forms that cut endings cannot bring together, for the verbs that news tells speech and thought with. */
const IRREGULAR: Readonly<Record<string, string>> = {
  said: 'say',
  says: 'say',
  told: 'tell',
  wrote: 'writ',
  written: 'writ',
  thought: 'think',
  found: 'find',
  knew: 'know',
  known: 'know',
  held: 'hold',
  felt: 'feel',
  saw: 'see',
  seen: 'see',
  spoke: 'speak',
  spoken: 'speak',
  swore: 'swear',
  sworn: 'swear',
  read: 'read',
  understood: 'understand',
  saying: 'say',
  lying: 'lie',
  denies: 'deny',
  denied: 'deny',
  replied: 'reply',
  replies: 'reply',
  made: 'mak',
  gave: 'giv',
  given: 'giv',
  sought: 'seek',
  meant: 'mean',
  swears: 'swear',
  is: 'be',
  was: 'be',
  were: 'be',
  are: 'be',
  been: 'be',
  has: 'have',
  had: 'have',
};

/**
 * The stem of a lower-case English word: endings of verbs and plurals cut off, doubled consonants and a final e
 * too, so that all forms of a cue share one. It need not be a word ("announc").
 */
export function stemOf(word: string): string {
  const irregular = Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word] : undefined;
  if (irregular !== undefined) return irregular;
  if (word.length < 4) return word;
  let stem = word;
  if (stem.endsWith('ies') || stem.endsWith('ied')) stem = `${stem.slice(0, -3)}y`;
  else if (stem.endsWith('ing') && stem.length > 5) stem = stem.slice(0, -3);
  else if (stem.endsWith('ed') && stem.length > 4) stem = stem.slice(0, -2);
  else if (stem.endsWith('es') && /(?:s|sh|ch|x|z)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (stem.endsWith('s') && !stem.endsWith('ss')) stem = stem.slice(0, -1);
  if (stem.length > 3 && stem.at(-1) === stem.at(-2) && !/[sl]$/.test(stem)) stem = stem.slice(0, -1);
  return stem.length > 3 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
}
