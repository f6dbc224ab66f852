import { trimEnd } from '../../model/trim-ends';
import type { CslDate, CslItem } from './csl-item';
import { familyAndInitials, familyFirst, givenFirst, shortName } from './names';
import { titleCase } from './title-case';

/** APA: 7th edition. MLA: 9th edition. Chicago: 17th edition, author-date. */
export type CitationStyle = 'apa' | 'mla' | 'chicago';

/** The entry for a list of references, in plain text without a final line break. */
export function formatReference(item: CslItem, style: CitationStyle): string {
  return REFERENCE[style](item);
}

/** How the running text points to the entry: "(Ortiz & Holt, 2026)". */
export function formatInText(item: CslItem, style: CitationStyle): string {
  return IN_TEXT[style](item);
}

const REFERENCE = { apa: apaReference, mla: mlaReference, chicago: chicagoReference } satisfies Record<
  CitationStyle,
  (item: CslItem) => string
>;

const IN_TEXT = { apa: apaInText, mla: mlaInText, chicago: chicagoInText } satisfies Record<
  CitationStyle,
  (item: CslItem) => string
>;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const MLA_MONTHS = [
  'Jan.',
  'Feb.',
  'Mar.',
  'Apr.',
  'May',
  'June',
  'July',
  'Aug.',
  'Sept.',
  'Oct.',
  'Nov.',
  'Dec.',
] as const;

function apaReference(item: CslItem): string {
  const date = `(${item.issued ? yearFirst(item.issued) : 'n.d.'})`;
  const authors = item.author.map(familyAndInitials);
  const lead = authors.length ? [listed(authors, ', & ', ', '), date, curly(item.title)] : [curly(item.title), date];
  const container = item['container-title'];
  const link = item.issued ? item.URL : `Retrieved ${monthFirst(item.accessed)}, from ${item.URL}`;
  return `${[...lead, ...(container ? [container] : [])].map(endSentence).join(' ')} ${link}`;
}

function mlaReference(item: CslItem): string {
  const [first, second] = item.author;
  const authors = !first
    ? []
    : item.author.length > 2
      ? [`${familyFirst(first)}, et al`]
      : second
        ? [`${familyFirst(first)}, and ${givenFirst(second)}`]
        : [familyFirst(first)];
  const place = [item['container-title'], item.issued && dayFirst(item.issued), item.URL].filter(Boolean).join(', ');
  const accessed = item.issued ? [] : [`Accessed ${dayFirst(item.accessed)}`];
  return [...authors, quoted(item.title, '.'), place, ...accessed].map(endSentence).join(' ');
}

function chicagoReference(item: CslItem): string {
  const container = item['container-title'];
  const [first, ...rest] = item.author;
  const authors = first ? listed([familyFirst(first), ...rest.map(givenFirst)], ', and ', ', ') : (container ?? '');
  const date = item.issued && monthFirst(item.issued);
  // Without an author the outlet leads the entry and is not repeated after the title.
  const inContainer = first && container ? container : '';
  const place = inContainer
    ? [quoted(item.title, '.'), [inContainer, date].filter(Boolean).join(', ')]
    : container && date
      ? [`${quoted(item.title, ',')} ${date}`]
      : [quoted(item.title, '.'), ...(date ? [date] : [])];
  const accessed = item.issued ? [] : [`Accessed ${monthFirst(item.accessed)}`];
  const year = item.issued ? String(item.issued['date-parts'][0][0]) : 'n.d';
  return [...(authors ? [authors] : []), year, ...place, ...accessed, item.URL].map(endSentence).join(' ');
}

function apaInText(item: CslItem): string {
  const names = item.author.map(shortName);
  const who = names.length > 2 ? `${names[0]} et al.` : names.join(' & ') || quoted(item.title, ',');
  return `(${who}${names.length ? ',' : ''} ${yearOf(item)})`;
}

function mlaInText(item: CslItem): string {
  const names = item.author.map(shortName);
  return `(${names.length > 2 ? `${names[0]} et al.` : names.join(' and ') || quoted(item.title, '')})`;
}

function chicagoInText(item: CslItem): string {
  const names = item.author.map(shortName);
  const who =
    names.length > 3 ? `${names[0]} et al.` : listed(names, ', and ', ', ') || (item['container-title'] ?? item.title);
  return `(${who} ${yearOf(item)})`;
}

function yearOf(item: CslItem): string {
  return item.issued ? String(item.issued['date-parts'][0][0]) : 'n.d.';
}

/** "a and b" with the pair's comma only where the style has one in front of `last`; "a, b, and c" for more. */
function listed(names: readonly string[], last: string, between: string): string {
  if (names.length < 2) return names[0] ?? '';
  if (names.length === 2 && last.includes('and') && !names[0]?.includes(',')) return names.join(' and ');
  return names.slice(0, -1).join(between) + last + (names.at(-1) ?? '');
}

/** The title in quotation marks, `stop` inside them as American usage wants it. */
function quoted(title: string, stop: string): string {
  const inner = curly(titleCase(title)).replaceAll('“', '‘').replaceAll('”', '’');
  return `“${stop === '.' ? endSentence(inner) : beforeMarks(inner, stop)}”`;
}

/** Straight quotation marks as curly ones. */
function curly(title: string): string {
  return title.replace(/"([^"]*)"/g, '“$1”');
}

/** With a full stop, unless it has a stop of its own. */
function endSentence(part: string): string {
  return /[.?!][”’]*$/.test(part) ? part : beforeMarks(part, '.');
}

/** With `stop` in front of the quotation marks that close it. */
function beforeMarks(part: string, stop: string): string {
  const bare = trimEnd(part, /^[”’]$/);
  return bare + stop + part.slice(bare.length);
}

function yearFirst(date: CslDate): string {
  const [year, month, day] = date['date-parts'][0];
  return [String(year), [month && MONTHS[month - 1], day].filter(Boolean).join(' ')].filter(Boolean).join(', ');
}

function monthFirst(date: CslDate): string {
  const [year, month, day] = date['date-parts'][0];
  const monthName = month ? MONTHS[month - 1] : '';
  return day ? `${monthName} ${day}, ${year}` : [monthName, year].filter(Boolean).join(' ');
}

function dayFirst(date: CslDate): string {
  const [year, month, day] = date['date-parts'][0];
  return [day, month && MLA_MONTHS[month - 1], year].filter(Boolean).join(' ');
}
