/**
 * Where the content of a draft might begin or end instead: at clause borders where the second look was unsure.
 *
 *   He said [the ferry was safe], when asked …  or  He said [the ferry was safe, when asked …]
 */
import { TAGS, type Tag } from '../tagging/tags';
import type { CueCandidate } from './cue';
import type { Run } from './draft';
import type { Reading } from './reading';

/** What an alternative does to the content that the second look cut. */
export const CHANGES = {
  none: 0,
  longer: 1,
  shorter: 2,
  laterStart: 3,
  earlierStart: 4,
  lessLast: 5,
  lessFirst: 6,
} as const;

/** One way to cut the content. */
export interface Edges {
  readonly content: readonly Run[];
  readonly change: (typeof CHANGES)[keyof typeof CHANGES];
  /** The tokens added or left out; null where nothing changes. */
  readonly piece: Run | null;
}

/** Probability of each token to be content of this cue, for the tokens [from, to). */
export interface ContentChances {
  readonly from: number;
  readonly to: number;
  readonly chance: (token: number) => number;
}

const MAX_ENDS = 3;
const MAX_STARTS = 2;
/** A border counts only where the chance falls (or, at the sentence's end, has not fallen) by this much. */
const LEAST_DROP = 0.02;
/** Words that open a clause or phrase; tags of a reading count from 1. */
const OPENERS = new Set(
  (['ADV.WH', 'PRON.WH', 'ADP', 'SCONJ', 'CCONJ'] satisfies Tag[]).map((tag) => TAGS.indexOf(tag) + 1),
);

/** The content as it is, then its alternatives. `taken` are the runs of the source. */
export function edgesOf(
  r: Reading,
  cue: CueCandidate,
  content: readonly Run[],
  taken: readonly Run[],
  chances: ContentChances,
): Edges[] {
  const all: Edges[] = [{ content, change: CHANGES.none, piece: null }];
  const last = content.at(-1);
  const first = content[0];
  if (!first || !last) return all;
  const isTaken = (i: number): boolean =>
    (cue.first <= i && i <= cue.last) || taken.some((run) => run.first <= i && i <= run.last);
  for (const end of endsOf(r, last, chances, isTaken)) {
    const longer = end > last.last;
    all.push({
      content: [...content.slice(0, -1), { first: last.first, last: end }],
      change: longer ? CHANGES.longer : CHANGES.shorter,
      piece: longer ? { first: last.last + 1, last: end } : { first: end + 1, last: last.last },
    });
  }
  for (const start of startsOf(r, first, chances, isTaken)) {
    const later = start > first.first;
    all.push({
      content: [{ first: start, last: first.last }, ...content.slice(1)],
      change: later ? CHANGES.laterStart : CHANGES.earlierStart,
      piece: later ? { first: first.first, last: start - 1 } : { first: start, last: first.first - 1 },
    });
  }
  if (content.length > 1) {
    all.push({ content: content.slice(0, -1), change: CHANGES.lessLast, piece: last });
    all.push({ content: content.slice(1), change: CHANGES.lessFirst, piece: first });
  }
  return all;
}

/** Last tokens that the run might have instead, likeliest first; the end of the sentence is always among them. */
function endsOf(r: Reading, run: Run, chances: ContentChances, isTaken: (i: number) => boolean): number[] {
  const found: { end: number; drop: number }[] = [];
  let end = -1;
  for (let i = run.first + 1; i + 1 < chances.to; i += 1) {
    if (i > run.last && (isTaken(i) || r.sentence[i] !== r.sentence[run.last])) break;
    if (isMark(r, i)) continue;
    const closes =
      r.sentence[i + 1] !== r.sentence[run.last] || (isMark(r, i + 1) && r.sentence[i + 2] !== r.sentence[run.last]);
    if (i >= run.last && closes) end = i;
    if (i === run.last || !mayPart(r, i)) continue;
    const drop = chances.chance(i) - chances.chance(i + 1);
    if (drop >= LEAST_DROP) found.push({ end: i, drop });
  }
  const likely = found.toSorted((a, b) => b.drop - a.drop).slice(0, MAX_ENDS);
  const ends = likely.map((one) => one.end);
  if (end > run.last && !ends.includes(end)) ends.push(end);
  return ends;
}

/** First tokens that the run might have instead, likeliest first. */
function startsOf(r: Reading, run: Run, chances: ContentChances, isTaken: (i: number) => boolean): number[] {
  const found: { start: number; rise: number }[] = [];
  const opens = r.sentenceStart[r.sentence[run.first] ?? 0] ?? run.first;
  for (let i = run.last - 1; i >= Math.max(opens, chances.from); i -= 1) {
    if (i < run.first && isTaken(i)) break;
    if (i === run.first || isMark(r, i)) continue;
    if (i !== opens && !mayPart(r, i - 1) && !isMark(r, i - 1)) continue;
    if (insideQuotation(r, i - 1)) continue;
    const rise = chances.chance(i) - (i > chances.from ? chances.chance(i - 1) : 0);
    if (rise >= LEAST_DROP) found.push({ start: i, rise });
  }
  return found
    .toSorted((a, b) => b.rise - a.rise)
    .slice(0, MAX_STARTS)
    .map((one) => one.start);
}

/** Whether a content may end with token i: before a mark or a word that opens a clause or phrase; never inside quotation marks. */
function mayPart(r: Reading, i: number): boolean {
  if (insideQuotation(r, i)) return false;
  return isMark(r, i + 1) || OPENERS.has(r.tag[i + 1] ?? 0);
}

function insideQuotation(r: Reading, i: number): boolean {
  const index = r.quote[i] ?? -1;
  return index >= 0 && index === (r.quote[i + 1] ?? -1);
}

function isMark(r: Reading, i: number): boolean {
  return (r.shape[i] ?? 0) >= 7;
}
