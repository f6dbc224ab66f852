/**
 * Reads dates as pages write them: ISO 8601, "12 March 2024, 10:05 GMT", "March 12, 2024", "20240312", seconds since 1970.
 * Gives ISO 8601 as exact as the page was: a day alone stays a day, a time without offset stays without.
 */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Offsets of the zones that English-language news write by letters. */
const ZONES: Readonly<Record<string, string>> = {
  gmt: 'Z',
  utc: 'Z',
  bst: '+01:00',
  cet: '+01:00',
  cest: '+02:00',
  est: '-05:00',
  edt: '-04:00',
  et: '-05:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  ist: '+05:30',
};

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d)|\([A-Z]+\)|[A-Z]{2,4})?)?/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?$/;
const DAY_MONTH_YEAR = /\b(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})\b/i;
const MONTH_DAY_YEAR = /\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i;
const SLASHED = /\b(\d{1,4})[/.](\d{1,2})[/.](\d{1,4})\b/;
const CLOCK = /\b(\d{1,2})[:.](\d{2})(?::(\d{2}))?\s*(a\.?m\.?|p\.?m\.?)?\s*(Z\b|[+-]\d{2}:?\d{2}\b|[A-Z]{2,4}\b)?/i;

/** No date is longer; a page may say anything. */
const MAX_DATE_CHARS = 200;

/** `text` as ISO 8601, or null where it is no date between 1900 and 2199. */
export function parseDate(text: string): string | null {
  const trimmed = text.trim().slice(0, MAX_DATE_CHARS);
  if (/^\d{10}$/.test(trimmed)) return new Date(Number(trimmed) * 1000).toISOString();
  if (/^\d{13}$/.test(trimmed)) return new Date(Number(trimmed)).toISOString();

  const iso = ISO.exec(trimmed) ?? COMPACT.exec(trimmed);
  if (iso) {
    const [, year, month, day, hour, minute, second, zone] = iso;
    return compose(Number(year), Number(month), Number(day), hour && minute ? { hour, minute, second, zone } : null);
  }
  const date = writtenDate(trimmed);
  if (!date) return null;
  return compose(date.year, date.month, date.day, clockIn(trimmed.replace(date.matched, ' ')));
}

/** The day that the path of an address names ("/2024/03/12/", "/20240312-"), or null. */
export function dateInUrl(url: string): string | null {
  const match =
    /[/-](20\d{2}|19\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)/.exec(url) ??
    /[/-](20\d{2})(\d{2})(\d{2})(?=[/_.-]|$)/.exec(url);
  return match ? compose(Number(match[1]), Number(match[2]), Number(match[3]), null) : null;
}

interface Clock {
  readonly hour: string;
  readonly minute: string;
  readonly second: string | undefined;
  readonly zone: string | undefined;
}

function writtenDate(text: string): { year: number; month: number; day: number; matched: string } | null {
  const dayFirst = DAY_MONTH_YEAR.exec(text);
  if (dayFirst) {
    return { year: Number(dayFirst[3]), month: monthOf(dayFirst[2]), day: Number(dayFirst[1]), matched: dayFirst[0] };
  }
  const monthFirst = MONTH_DAY_YEAR.exec(text);
  if (monthFirst) {
    return {
      year: Number(monthFirst[3]),
      month: monthOf(monthFirst[1]),
      day: Number(monthFirst[2]),
      matched: monthFirst[0],
    };
  }
  const slashed = SLASHED.exec(text);
  if (!slashed) return null;
  const [first, second, third] = slashed.slice(1).map(Number);
  if (first === undefined || second === undefined || third === undefined) return null;
  if (first > 31) return { year: first, month: second, day: third, matched: slashed[0] };
  // "3/12/2024" may be either; the day comes first unless that cannot be.
  const [day, month] = second > 12 ? [second, first] : [first, second];
  return { year: third, month, day, matched: slashed[0] };
}

function clockIn(text: string): Clock | null {
  const match = CLOCK.exec(text);
  if (!match) return null;
  const [, hour = '', minute = '', second, half, zone] = match;
  const isAfternoon = /^p/i.test(half ?? '');
  const hours = half ? (Number(hour) % 12) + (isAfternoon ? 12 : 0) : Number(hour);
  return { hour: String(hours), minute, second, zone };
}

/** Number of the month, 0 for a word that is none. */
function monthOf(word: string | undefined): number {
  return MONTHS.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1;
}

function compose(year: number, month: number, day: number, clock: Clock | null): string | null {
  const isDay = year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  if (!isDay) return null;
  const pad = (n: number | string) => String(n).padStart(2, '0');
  const date = `${year}-${pad(month)}-${pad(day)}`;
  if (!clock || Number(clock.hour) > 23 || Number(clock.minute) > 59) return date;
  return `${date}T${pad(clock.hour)}:${clock.minute}:${clock.second ?? '00'}${offsetOf(clock.zone ?? '')}`;
}

/** "Z" or "+01:00" for a written zone, empty for none or an unknown one. */
function offsetOf(zone: string): string {
  const known = ZONES[zone.replace(/[()]/g, '').toLowerCase()];
  if (known) return known;
  if (/^z$/i.test(zone)) return 'Z';
  const numeric = /^([+-]\d{2}):?(\d{2})?$/.exec(zone);
  return numeric ? `${numeric[1]}:${numeric[2] ?? '00'}` : '';
}
