import type { CslItem } from '../citation/csl-item';
import { familyFirst, shortName } from '../citation/names';

/**
 * Items as a BibLaTeX file, `@article` with `entrysubtype = newspaper` where an outlet is known, else `@online`.
 * Keys are family name, year and first title word, made unique by letters.
 */
export function toBibtex(items: readonly CslItem[]): string {
  const used = new Map<string, number>();
  return items
    .map((item) => {
      const base = keyOf(item);
      const count = used.get(base) ?? 0;
      used.set(base, count + 1);
      return entry(item, count ? `${base}-${count + 1}` : base);
    })
    .join('\n');
}

function entry(item: CslItem, key: string): string {
  const isNews = item.type === 'article-newspaper';
  const fields: (readonly [string, string])[] = [
    [
      'author',
      item.author.map((n) => ('literal' in n ? `{${escape(n.literal)}}` : escape(familyFirst(n)))).join(' and '),
    ],
    // A second pair of braces keeps the capitals of names.
    ['title', `{${escape(item.title)}}`],
    [isNews ? 'journaltitle' : 'organization', escape(item['container-title'] ?? '')],
    ['entrysubtype', isNews ? 'newspaper' : ''],
    ['date', item.issued ? iso(item.issued['date-parts'][0]) : ''],
    ['url', item.URL.replace(/[{}\\\s]/g, (c) => encodeURIComponent(c))],
    ['urldate', iso(item.accessed['date-parts'][0])],
    ['langid', item.language === 'en' ? 'english' : ''],
  ];
  const lines = fields.filter(([, value]) => value && value !== '{}').map(([name, value]) => `  ${name} = {${value}},`);
  return [`@${isNews ? 'article' : 'online'}{${key},`, ...lines, '}', ''].join('\n');
}

function keyOf(item: CslItem): string {
  const [first] = item.author;
  const name = first ? shortName(first) : (item['container-title'] ?? 'anon');
  const word = item.title.split(/\s+/).find((w) => w.length > 3) ?? '';
  return [name, item.issued?.['date-parts'][0][0] ?? 'nd', word].map((part) => asciiWord(String(part))).join('');
}

function asciiWord(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase();
}

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // BibTeX counts braces, those with a backslash before them, too: one alone would swallow the rest of the file.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escape(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').replace(/[\\{}$&%#_~^]/g, (c) => SPECIAL[c] ?? c);
}

function iso(parts: readonly number[]): string {
  return parts.map((n, i) => String(n).padStart(i ? 2 : 4, '0')).join('-');
}
