/**
 * The first day of a date as people write it, counted from 1 January 1970: "2026", "2026-03", "2026-03-09", "9.3.2026",
 * "March 2026", "9 March 2026", "Mar 9, 2026", "today", "yesterday". Null when it is no date.
 */
export function parseDay(text: string, today: number): number | null {
  const plain = text.trim().toLowerCase();
  if (plain === 'today') return today;
  if (plain === 'yesterday') return today - 1;
  for (const [pattern, read] of FORMS) {
    const found = pattern.exec(plain);
    if (found) return dayFrom(...read(found.slice(1).map((part) => part ?? '')));
  }
  return null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '([a-z]{3,9})\\.?';

type YearMonthDay = readonly [year: string, month: string, day: string];

const FORMS: readonly (readonly [RegExp, (parts: readonly string[]) => YearMonthDay])[] = [
  [
    /^(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?$/,
    ([year = '', month = '1', day = '1']) => [year, month || '1', day || '1'],
  ],
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, ([day = '', month = '', year = '']) => [year, month, day]],
  [new RegExp(`^${MONTH} (\\d{4})$`), ([month = '', year = '']) => [year, monthNumber(month), '1']],
  [
    new RegExp(`^(\\d{1,2})\\.? ${MONTH},? (\\d{4})$`),
    ([day = '', month = '', year = '']) => [year, monthNumber(month), day],
  ],
  [
    new RegExp(`^${MONTH} (\\d{1,2}),? (\\d{4})$`),
    ([month = '', day = '', year = '']) => [year, monthNumber(month), day],
  ],
];

function monthNumber(name: string): string {
  return String(MONTHS.indexOf(name.slice(0, 3)) + 1);
}

function dayFrom(year: string, month: string, day: string): number | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isReal ? Math.floor(date.getTime() / 86_400_000) : null;
}
