/**
 * What the net's second look is told of each token near a cue: side and distance, marks between, quotation, sentence and
 * paragraph, the way through the tree, the subject of the cue.
 */
import { bucketOf } from '../attribution/buckets';
import { CUE_LIKE } from '../attribution/cue-classes';
import type { CueCandidate } from '../attribution/cue';
import { marksBetween } from '../attribution/given-cue-features';
import type { Reading } from '../attribution/reading';
import { subjectMask, subjectOf } from '../attribution/subject';

/** How many values each code has. */
export const LOOK_CODE_SIZES = [36, 32, 128, 26, 48, 20, 32] as const;

/** Codes of a token, one after another. */
export const LOOK_CODES = LOOK_CODE_SIZES.length;

const MAX_CLIMB = 12;

/** Codes of the tokens [from, to) given `cue`. */
export function lookCodes(r: Reading, cue: CueCandidate, from: number, to: number): Uint8Array {
  const codes = new Uint8Array((to - from) * LOOK_CODES);
  const marks = marksBetween(r, cue, from, to);
  const subject = cue.alone ? null : subjectOf(r, cue.main);
  const inSubject = subjectMask(r, subject, cue.main, from, to);
  const how = cue.alone ? 4 : subject ? subject.how : 3;
  const cueQuote = r.quote[cue.first] ?? -1;
  const up = cue.alone ? [] : ancestorsOf(r, cue.main);
  const steps = new Map(up.map((token, step) => [token, step] as const));
  for (let i = from; i < to; i += 1) {
    const at = (i - from) * LOOK_CODES;
    const side = i < cue.first ? 0 : i > cue.last ? 2 : 1;
    const gap = side === 0 ? cue.first - i : side === 2 ? i - cue.last : 0;
    const quote = r.quote[i] ?? -1;
    const sentences = Math.min(3, Math.abs((r.sentence[i] ?? 0) - (r.sentence[cue.main] ?? 0)));
    const paragraphs = Math.min(3, Math.abs((r.paragraph[i] ?? 0) - (r.paragraph[cue.main] ?? 0)));
    const quoted = (cueQuote < 0 ? 0 : quote === cueQuote ? 2 : 1) * 2 + (quote >= 0 ? 1 : 0);
    const mask = inSubject[i - from] ?? 0;
    codes[at] = side * 12 + bucketOf(gap);
    codes[at + 1] = marks[i - from] ?? 0;
    codes[at + 2] = quoted * 16 + sentences * 4 + paragraphs;
    codes[at + 5] = how * 4 + Math.min(3, mask > 2 ? 3 : mask);
    addPath(r, i, steps, codes, at);
  }
  return codes;
}

/** Where the way up from token i meets the cue's own way up, through which relation, over how many steps and other cues. */
function addPath(r: Reading, i: number, steps: ReadonlyMap<number, number>, codes: Uint8Array, at: number): void {
  let top = i;
  let through = 0;
  let depth = 0;
  let others = 0;
  let meet = steps.get(top);
  while (meet === undefined && depth < MAX_CLIMB) {
    const head = r.head[top] ?? -1;
    if (head < 0) return;
    through = r.relation[top] ?? 0;
    top = head;
    depth += 1;
    meet = steps.get(top);
    if (meet !== 0 && (r.cueClass[top] ?? 0) >= CUE_LIKE) others += 1;
  }
  if (meet === undefined) return;
  codes[at + 3] = 1 + meet * 2 + (top < i ? 1 : 0);
  codes[at + 4] = through;
  codes[at + 6] = Math.min(6, depth) * 4 + Math.min(3, others) + 1;
}

/** The token and its governors, nearest first. */
function ancestorsOf(r: Reading, i: number): number[] {
  const chain: number[] = [];
  for (let k = i; k >= 0 && chain.length < MAX_CLIMB; k = r.head[k] ?? -1) chain.push(k);
  return chain;
}
