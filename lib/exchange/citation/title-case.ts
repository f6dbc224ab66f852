import { trimEnd, trimStart } from '../../model/trim-ends';

/** Words that stay small inside an English title, as CSL 1.0.2 lists them. */
const SMALL = new Set(
  'a an and as at but by down for from in into nor of on onto or over so the till to up via with yet'.split(' '),
);

/**
 * English title case after the CSL specification: lower-case words are capitalised, except small words that
 * are neither first, last nor after a colon; words that hold a capital stay as they are.
 */
export function titleCase(title: string): string {
  const words = title.split(/(\s+|[-–—/](?=\S))/);
  const lastWord = words.findLastIndex((word) => /\p{L}/u.test(word));
  let opens = true;
  return words
    .map((word, i) => {
      if (!/\p{L}/u.test(word)) return word;
      const bare = trimEnd(trimStart(word, /^\P{L}$/u), /^\P{L}$/u);
      const keep = bare !== bare.toLowerCase() || (SMALL.has(bare) && !opens && i !== lastWord);
      opens = /[:?!.]["”’]?$/.test(word) && i !== lastWord;
      return keep ? word : word.replace(/\p{L}/u, (letter) => letter.toUpperCase());
    })
    .join('');
}
