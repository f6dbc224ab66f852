import { wordsLanguage } from '../../lib/platform/words';

const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH_ONLY = /^\d{4}(-\d{2})?$/;

/**
 * An ISO 8601 date or epoch milliseconds in the reader's words, no finer than given: "2026-11-12" is "12 Nov 2026"
 * in every time zone. Empty where it is no date.
 */
export function dayWords(when: string | number, language = wordsLanguage()): string {
  const date = new Date(when);
  if (Number.isNaN(date.getTime())) return '';
  if (typeof when === 'string' && /^\d{4}$/.test(when)) return when;
  // A date without a time is a day of the calendar, not a moment: it is read in UTC, as it was parsed.
  const isMonth = typeof when === 'string' && MONTH_ONLY.test(when);
  const isDay = typeof when === 'string' && DAY_ONLY.test(when);
  return formatOf(language, isMonth ? 'month' : isDay ? 'day' : 'dayHere').format(date);
}

const FORMATS = {
  month: { year: 'numeric', month: 'short', timeZone: 'UTC' },
  day: { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' },
  dayHere: { year: 'numeric', month: 'short', day: 'numeric' },
  moment: { year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

/** A format takes longer to make than to use a hundred times, and lists of thousands use one. */
const made = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: string, name: keyof typeof FORMATS): Intl.DateTimeFormat {
  const before = made.get(language + name);
  if (before) return before;
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, FORMATS[name]);
  made.set(language + name, format);
  return format;
}

/** Epoch milliseconds as day and time of day in the reader's words. */
export function momentWords(when: number, language = wordsLanguage()): string {
  return formatOf(language, 'moment').format(when);
}

/** A day as `<time>`, the exact value machine-readable; nothing where there is no date. */
export function Day({ when }: { readonly when: string | number | null }) {
  const words = when === null ? '' : dayWords(when);
  if (words === '' || when === null) return null;
  return <time dateTime={typeof when === 'string' ? when : new Date(when).toISOString()}>{words}</time>;
}
