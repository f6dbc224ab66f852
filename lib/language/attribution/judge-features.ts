/**
 * What the judge knows about a draft when it decides whether this is a claim in the sense of the reader: how sure the
 * two looks are, the cue and its polarity, what the source and the content look like, and how it lies among the
 * other drafts.
 */
import { placeOfQuotation } from './alone';
import { bucketOf } from './buckets';
import type { Draft } from './draft';
import type { FeatureSink } from './feature-sink';
import { hashText } from '../learned/hash';
import type { Reading } from './reading';
import { subjectOf } from './subject';

const NEGATIONS = new Set("not n't n’t never no neither nor without hardly refus declin fail".split(' ').map(hashText));
const HYPOTHETICALS = new Set('would could should might may if whether must can will'.split(' ').map(hashText));
const PRONOUNS = new Set('he she they it we i you who which that his her their its'.split(' ').map(hashText));

/** How a draft lies among the others. */
export interface Company {
  /** Highest first-look probability of another draft whose content holds this cue, 0 for none. */
  readonly inside: number;
  /** Highest first-look probability of another draft with half or more of this content. */
  readonly rival: number;
  /** Whether this content holds the cue of another likely draft. */
  readonly holds: number;
}

/** Adds one position with the features of `draft`. */
export function addJudgeFeatures(r: Reading, draft: Draft, company: Company, corpus: number, sink: FeatureSink): void {
  const { cue, source, content } = draft;
  const stem = cue.alone ? 7 : (r.stem[cue.main] ?? 0);
  const both = (template: number, a: number, b = 0): void => {
    sink.add(template, a, b, 2);
    sink.add(template, a, b, corpus);
  };
  const sure = level(cue.probability);
  const edges = level(draft.contentSureness);
  const sourceKind = kindOfSource(r, draft);
  const words = content.reduce((sum, run) => sum + run.last - run.first + 1, 0);
  const size = bucketOf(words);
  const quoted = quotedShare(r, draft);
  both(200, 0);
  both(201, sure);
  both(202, edges);
  both(203, level(draft.sourceSureness), sourceKind);
  both(204, stem);
  both(205, stem, sure >> 1);
  both(206, stem, sourceKind);
  both(207, stem, quoted);
  both(208, size, quoted);
  both(209, sure, edges);
  both(210, sourceKind, quoted);
  both(211, r.cueClass[cue.main] ?? 0, r.narrowClass[cue.main] ?? 0);
  both(212, r.tag[cue.main] ?? 0, r.narrowClass[cue.main] ?? 0);
  both(213, r.relation[cue.main] ?? 0, r.tag[cue.main] ?? 0);
  both(214, r.word[cue.first] ?? 0, cue.last - cue.first);
  both(215, stem, r.word[cue.last + 1] ?? 0);
  both(216, stem, r.word[cue.first - 1] ?? 0);
  both(217, r.word[cue.main] ?? 0);
  both(218, polarity(r, draft), r.narrowClass[cue.main] ?? 0);
  both(219, polarity(r, draft), stem);
  const firstContent = content[0]?.first ?? 0;
  both(220, r.word[firstContent] ?? 0, r.narrowClass[cue.main] ?? 0);
  both(221, r.tag[firstContent] ?? 0, stem);
  both(222, r.word[firstContent] ?? 0, stem);
  both(223, content.length, quoted);
  both(224, level(company.inside), quoted);
  both(225, level(company.rival), sure);
  both(226, level(company.holds), sure);
  both(227, level(company.inside), r.narrowClass[cue.main] ?? 0);
  both(228, order(draft), sourceKind);
  both(229, order(draft), stem);
  both(230, (r.quote[cue.first] ?? -1) >= 0 ? 1 : 0, level(company.inside));
  const main = source[0] ? source[0].last : -1;
  both(231, main >= 0 ? (r.word[main] ?? 0) : 0);
  both(232, main >= 0 ? (r.tag[main] ?? 0) : 0, main >= 0 ? (r.name[main] ?? 0) : 0);
  both(233, size, stem);
  both(234, r.tag[cue.first - 1] ?? 0, r.tag[cue.main] ?? 0);
  both(235, r.relation[cue.main] ?? 0, r.narrowClass[cue.main] ?? 0);
  both(236, cue.last - cue.first, sure);
  const subject = cue.alone ? null : subjectOf(r, cue.main);
  const agrees = subject && source.some((run) => run.first <= subject.root && subject.root <= run.last) ? 1 : 0;
  both(237, (subject ? subject.how : 4) * 2 + agrees, sourceKind);
  both(238, (subject ? subject.how : 4) * 2 + agrees, sure);
  both(239, r.relation[subject ? subject.root : -1] ?? 0, r.narrowClass[cue.main] ?? 0);
  both(246, r.stem[cue.last] ?? 0, r.stem[cue.first] ?? 0);
  both(247, level(draft.sourceSureness), edges);
  both(248, level(draft.edgeSureness), edges);
  both(249, level(draft.edgeSureness), sure);
  if (cue.alone) addAlone(r, draft, company, size, both);
  sink.endPlace();
}

function addAlone(
  r: Reading,
  draft: Draft,
  company: Company,
  size: number,
  add: (template: number, a: number, b?: number) => void,
): void {
  const place = placeOfQuotation(r, draft);
  add(240, place, level(company.inside));
  add(241, place, size);
  add(242, level(company.inside), level(company.rival));
  const first = draft.content[0]?.first ?? 0;
  add(243, r.word[first - 1] ?? 0, place);
  add(244, r.tag[first - 1] ?? 0, r.tag[(draft.content.at(-1)?.last ?? 0) + 1] ?? 0);
  add(245, r.shape[first + 1] ?? 0, size);
}

/** Probability as one of 12 classes, fine at both ends. */
function level(p: number): number {
  if (p <= 0) return 0;
  const odds = Math.log(p / Math.max(1e-6, 1 - p));
  return Math.max(1, Math.min(12, Math.round(odds * 1.2) + 6));
}

/** 0 none, 1 pronoun, 2 name, 3 described with a capital, 4 description. */
function kindOfSource(r: Reading, draft: Draft): number {
  const run = draft.source[0];
  if (!run) return 0;
  if (run.first === run.last && PRONOUNS.has(r.word[run.first] ?? 0)) return 1;
  let capitals = 0;
  for (let i = run.first; i <= run.last; i += 1) {
    if ((r.name[i] ?? 0) > 0) return 2;
    const shape = r.shape[i] ?? 0;
    if (shape >= 2 && shape <= 5) capitals += 1;
  }
  return capitals > 1 || (capitals === 1 && run.first === run.last) ? 2 : capitals > 0 ? 3 : 4;
}

export const ALL_QUOTED = 3;

/** 0 nothing quoted, 1 some, 2 most, 3 (`ALL_QUOTED`) all. */
export function quotedShare(r: Reading, draft: Pick<Draft, 'content'>): number {
  let inside = 0;
  let all = 0;
  for (const run of draft.content) {
    for (let i = run.first; i <= run.last; i += 1) {
      all += 1;
      if ((r.quote[i] ?? -1) >= 0) inside += 1;
    }
  }
  return inside === 0 ? 0 : inside === all ? ALL_QUOTED : inside * 2 > all ? 2 : 1;
}

/** 1 negated, 2 hypothetical or modal, 3 both, 0 plain: judged from the cue and the three tokens before it. */
function polarity(r: Reading, draft: Draft): number {
  let found = 0;
  for (let i = Math.max(0, draft.cue.first - 3); i < draft.cue.last; i += 1) {
    if (NEGATIONS.has(r.stem[i] ?? 0)) found |= 1;
    if (HYPOTHETICALS.has(r.word[i] ?? 0)) found |= 2;
  }
  return found;
}

/** How source, cue and content follow one another. */
function order(draft: Draft): number {
  const cue = draft.cue.first;
  const source = draft.source[0]?.first ?? -1;
  const content = draft.content[0]?.first ?? -1;
  return (content < cue ? 1 : 0) + (source < 0 ? 0 : source < cue ? 2 : 4) + (source > content ? 8 : 0);
}
