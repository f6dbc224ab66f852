/**
 * The words of a text as the index knows them: lower case, without diacritics and possessives, at least two
 * characters, numbers included. No stemming: it was measured to gain nothing for related articles.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [word] of fold(text).matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)) {
    const bare = word.replace(/['’].*$/u, '');
    if (bare.length > 1) words.push(bare);
  }
  return words;
}

/** How often each word occurs. */
export function countWords(words: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Lower case without diacritics, for comparing: "Vučić" and "vucic" are one. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
