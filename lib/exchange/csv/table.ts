import Papa from 'papaparse';

/**
 * What a spreadsheet could run as a formula: = + - @, their full-width forms, tab and line ends, also behind
 * white space, invisible characters or a quotation mark (OWASP, "CSV Injection").
 */
const FORMULA = /^[\s\p{Cf}"']*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/**
 * What leads to a formula within a cell, from its beginning (in linear time: each run is looked through once); with a
 * separator in it, a spreadsheet with another list separator would begin a new cell there.
 */
const INNER_FORMULA = /(?:[;,|]|(?<![\s\p{Cf}"']))[\s\p{Cf}"']*[=+\-@＝＋－＠]/gu;
const SEPARATOR = /[\t\r\n;,|"]/;

/** The guard: a leading apostrophe, which spreadsheets take as "this is text". `unguard` strips it again. */
const GUARD = "'";

/**
 * A table as a CSV file (RFC 4180) that opens right in spreadsheets: byte order mark, every cell quoted, cells
 * that could be formulas guarded by an apostrophe. Line ends inside cells stay.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${Papa.unparse(
    rows.map((row) => row.map(guard)),
    { newline: '\r\n', quotes: true },
  )}\r\n`;
}

/** The rows of a CSV file with any separator, guards taken off; empty lines are left out. */
export function fromCsv(file: string): string[][] {
  return Papa.parse(file.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' }).data.map((row) => row.map(unguard));
}

/** The cell, with a leading apostrophe when a spreadsheet could run it (or when it begins with one already). */
export function guard(cell: string): string {
  return FORMULA.test(cell) || hasInnerFormula(cell) || cell.startsWith(GUARD) ? GUARD + cell : cell;
}

/** The cell as it was before `guard`. */
export function unguard(cell: string): string {
  return cell.startsWith(GUARD) ? cell.slice(GUARD.length) : cell;
}

function hasInnerFormula(cell: string): boolean {
  return [...cell.matchAll(INNER_FORMULA)].some(([lead]) => SEPARATOR.test(lead));
}
