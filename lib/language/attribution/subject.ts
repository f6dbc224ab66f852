/**
 * The grammatical subject of a cue, also where the cue shares it: "Ruiz [praised] the plan, [saying] …", "the union,
 * which [said] …".
 */
import { RELATIONS } from '../syntax/relations';
import type { Reading } from './reading';

/** How the subject belongs to the cue: 0 its own, 1 shared through a clause above, 2 the noun of a relative clause, 3 an agent or the object of "according to". */
export interface Subject {
  /** Token that governs the subject's words. */
  readonly root: number;
  readonly how: number;
}

/** Relations by name as they stand in `Reading.relation`. */
export function relationIds(names: readonly (typeof RELATIONS)[number][]): ReadonlySet<number> {
  return new Set(names.map((name) => RELATIONS.indexOf(name) + 1));
}

const SUBJECTS = relationIds(['nsubj', 'nsubj:pass', 'csubj']);
const AGENTS = relationIds(['obl:agent', 'obl', 'nmod', 'nmod:poss']);
const SHARING = relationIds(['conj', 'advcl', 'xcomp', 'parataxis', 'acl', 'ccomp', 'aux', 'cop']);
const RELATIVE = relationIds(['acl:relcl']);
const MAX_STEPS = 4;
/** Children are looked for among the tokens this far from their head. */
const REACH = 40;

/** The subject of the cue whose main token is `main`; null where the tree shows none. */
export function subjectOf(r: Reading, main: number): Subject | null {
  let at = main;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const own = childWith(r, at, SUBJECTS);
    if (own >= 0) return { root: own, how: step === 0 ? 0 : 1 };
    const relation = r.relation[at] ?? 0;
    const head = r.head[at] ?? -1;
    if (head < 0) break;
    if (RELATIVE.has(relation)) return { root: head, how: 2 };
    if (!SHARING.has(relation)) break;
    at = head;
  }
  const agent = childWith(r, main, AGENTS);
  return agent >= 0 ? { root: agent, how: 3 } : null;
}

function childWith(r: Reading, head: number, relations: ReadonlySet<number>): number {
  const sentence = r.sentence[head];
  for (let d = 1; d <= REACH; d += 1) {
    for (const i of [head - d, head + d]) {
      if (r.head[i] === head && r.sentence[i] === sentence && relations.has(r.relation[i] ?? 0)) return i;
    }
  }
  return -1;
}

/**
 * For the tokens [from, to): 0 outside the subject, else 1 for its root, or 2 plus the relation of the root's child
 * through which the token hangs below it.
 */
export function subjectMask(r: Reading, subject: Subject | null, main: number, from: number, to: number): Uint8Array {
  const mask = new Uint8Array(to - from);
  if (!subject) return mask;
  for (let i = from; i < to; i += 1) {
    let at = i;
    let through = 0;
    for (let step = 0; step < 12 && at >= 0 && at !== subject.root && at !== main; step += 1) {
      through = r.relation[at] ?? 0;
      at = r.head[at] ?? -1;
    }
    if (at === subject.root) mask[i - from] = i === at ? 1 : 2 + through;
  }
  return mask;
}
