/**
 * Takes the endings of number and tense off an English word, so that "strikes", "striking" and "strike" meet: "strik".
 * Weaker than Porter's on purpose: it gains on short texts what a full stemmer gains, and joins fewer unlike words.
 * Takes and gives a word in lower case; words with a digit stay.
 */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const singular = word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/(?<=[^s])s$/, '');
  if (word.length < 5) return singular;
  const bare = singular.replace(/(?:ing|ed)$/, '');
  return bare.length < 3 ? word : bare;
}
