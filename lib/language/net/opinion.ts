/** What the net thinks of an article: which of the proposed cues to keep, which to add, and its look at each. */
import { mainToken } from '../attribution/candidates';
import type { CueCandidate } from '../attribution/cue';
import type { Reading } from '../attribution/reading';
import { windowOf } from '../attribution/window';
import { FIRST_LABELS, type Look, type Net } from './net';

/** The cues to draft claims for, and the net's look at each and at each quotation that stands alone. */
export interface Opinion {
  readonly cues: readonly CueCandidate[];
  readonly looks: ReadonlyMap<CueCandidate, Look>;
  /** Tokens before this one were looked at; less than all where the text asks for more work than any article does. */
  readonly end: number;
}

/** Labels of the first look. */
const BEGIN_CUE = 3;
const INSIDE_CUE = 4;
/** Cues less likely than this by both roads together are left out. */
const CUE_FLOOR = 0.05;
/** Cues that only the net sees are at least this likely. */
const OWN_FLOOR = 0.1;
/** A linear candidate's probability starts here; so unlikely a cue is taken to be that only the net sees. */
const UNSEEN = 0.012;
const MAX_CUE_TOKENS = 12;
/** Tokens that are read at once, and those looked at before and after a cue, as in training. */
const STRETCH = 400;
const BEFORE = 70;
const AFTER = 90;
/**
 * All windows together may hold so many tokens. Articles have two to four tokens in windows for each of their own; this
 * bounds the work for texts that are nothing but cues.
 */
const MAX_LOOKED = 250_000;

/** Asks the net about cues that the linear model proposes, and about quotations that may stand alone. */
export function askNet(
  r: Reading,
  net: Net,
  proposed: readonly CueCandidate[],
  quotations: readonly CueCandidate[],
): Opinion {
  const cues: CueCandidate[] = [];
  const looks = new Map<CueCandidate, Look>();
  const proposals = inOrder(proposed);
  const alone = inOrder(quotations);
  let looked = 0;
  for (let from = 0; from < r.length;) {
    const to = endOfStretch(r, from);
    const likely = net.read(r, from, to);
    const here = ownCues(r, likely, from, to, proposals(to));
    for (const cue of [...here, ...alone(to)].toSorted((a, b) => a.first - b.first)) {
      const window = windowOf(r, cue.first, cue.last);
      looked += window.to - window.from;
      if (looked > MAX_LOOKED) return { cues, looks, end: cue.first };
      if (!cue.alone) cues.push(cue);
      const start = Math.max(from, window.from, cue.first - BEFORE);
      const end = Math.min(to, window.to, cue.last + 1 + AFTER);
      looks.set(cue, net.look(r, cue, start, Math.max(end, cue.first + 1)));
    }
    from = to;
  }
  return { cues, looks, end: r.length };
}

/** Gives, call by call, the cues that begin before a token and were not given yet. */
function inOrder(cues: readonly CueCandidate[]): (to: number) => CueCandidate[] {
  const sorted = cues.toSorted((a, b) => a.first - b.first);
  let given = 0;
  return (to) => {
    const from = given;
    while (given < sorted.length && (sorted[given]?.first ?? to) < to) given += 1;
    return sorted.slice(from, given);
  };
}

/** Whole paragraphs up to `STRETCH` tokens; longer ones are cut at sentences, longer sentences anywhere. */
function endOfStretch(r: Reading, from: number): number {
  const end = from + STRETCH;
  if (end >= r.length) return r.length;
  for (const part of [r.paragraph, r.sentence]) {
    let i = end;
    while (i > from && part[i] === part[i - 1]) i -= 1;
    if (i > from) return i;
  }
  return end;
}

/** The proposed cues in which both roads together believe, and those that only the net sees. */
function ownCues(
  r: Reading,
  likely: Float32Array,
  from: number,
  to: number,
  proposed: readonly CueCandidate[],
): CueCandidate[] {
  const p = (i: number, label: number): number => likely[(i - from) * FIRST_LABELS + label] ?? 0;
  const taken = new Uint8Array(to - from);
  const kept = proposed.filter((cue) => {
    taken.fill(1, cue.first - from, cue.last + 1 - from);
    let best = 0;
    for (let i = cue.first; i <= Math.min(cue.last, to - 1); i += 1) best = Math.max(best, p(i, BEGIN_CUE));
    return odds(best) + odds(cue.probability) > 2 * odds(CUE_FLOOR);
  });
  for (let i = from; i < to; i += 1) {
    if (taken[i - from] || p(i, BEGIN_CUE) < OWN_FLOOR) continue;
    let last = i;
    while (last + 1 < to && last - i < MAX_CUE_TOKENS && !taken[last + 1 - from] && p(last + 1, INSIDE_CUE) > 0.4)
      last += 1;
    kept.push({ first: i, last, main: mainToken(r, i, last), probability: UNSEEN, alone: false });
    i = last;
  }
  return kept;
}

function odds(p: number): number {
  return Math.log(Math.max(1e-6, p) / Math.max(1e-6, 1 - p));
}
