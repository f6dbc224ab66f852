/**
 * The line that tells where an article was written is not said by anybody:
 *
 *   OLM, Karvonia (Transom) — [The ferry is safe]content, Ms Ruiz said.
 */
import type { Judged } from './choose';
import type { Reading } from './reading';

/** In `Reading.name`. */
const PLACE = 3;
const MAX_TOKENS = 14;
const DASH = /^(?:[—―–-]|--)$/;
const MONTH_OR_NUMBER = /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?$|^\d{1,4}$/;

/** Claims whose content does not begin with the dateline of the article. */
export function withoutDateline(r: Reading, claims: readonly Judged[]): Judged[] {
  const start = afterDateline(r);
  if (start === 0) return [...claims];
  return claims.map((claim) => {
    const content = claim.draft.content.flatMap(({ first, last }) =>
      last < start ? [] : [{ first: Math.max(first, start), last }],
    );
    return content.length === 0 ? claim : { ...claim, draft: { ...claim.draft, content } };
  });
}

/** The first token after the dateline with which the text begins; 0 where there is none. */
function afterDateline(r: Reading): number {
  let dash = 0;
  while (dash < Math.min(MAX_TOKENS, r.length) && !DASH.test(r.lowers[dash] ?? '')) dash += 1;
  const isApart = (r.start[dash + 1] ?? 0) > (r.end[dash] ?? 0);
  if (dash === 0 || dash >= MAX_TOKENS || r.paragraph[dash] !== r.paragraph[0] || !isApart) return 0;
  for (let i = 0; i < dash; i += 1) if (!mayStand(r, i)) return 0;
  return hasAgency(r, dash) || isPlaces(r, dash) || (isCapitals(r, 0) && !isAside(r, dash)) ? dash + 1 : 0;
}

function written(r: Reading, token: number): string {
  return r.text.slice(r.start[token], r.end[token]);
}

/** A name, a date, or what stands between them. */
function mayStand(r: Reading, token: number): boolean {
  const word = written(r, token);
  return /^[\p{Lu}(),./]/u.test(word) || MONTH_OR_NUMBER.test(word.toLowerCase());
}

/** "(Transom)" right before the dash. */
function hasAgency(r: Reading, dash: number): boolean {
  return r.lowers[dash - 1] === ')' && dash > 2;
}

/** "Olm, Karvonia" */
function isPlaces(r: Reading, dash: number): boolean {
  const comma = r.lowers.indexOf(',');
  return comma > 0 && comma < dash && r.name[comma - 1] === PLACE && r.name[dash - 1] === PLACE;
}

function isCapitals(r: Reading, token: number): boolean {
  return /^\p{Lu}{3,}$/u.test(written(r, token));
}

/** Whether the dash only begins an aside, which a second one ends. */
function isAside(r: Reading, dash: number): boolean {
  for (let i = dash + 1; i < r.length && r.sentence[i] === r.sentence[dash]; i += 1) {
    if (DASH.test(r.lowers[i] ?? '')) return true;
  }
  return false;
}
