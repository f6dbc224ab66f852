/**
 * Who speaks for a person is not that person: "a spokesman for [Mr Brandt]", "[Brandt]'s lawyer", "a [Brandt] aide".
 * A company or a ministry does speak through its spokesman.
 */
import type { Run } from '../attribution/draft';
import type { Segmented } from '../segment/segment';
import type { NameSpan, NamedActor } from './name';
import type { Reference } from './reference';

const DEPUTY =
  /^(?:spokes(?:man|woman|person|people)|lawyers?|attorneys?|aides?|advis[eo]rs?|wife|widow|husband|sons?|daughters?|father|mother|brothers?|sisters?|supporters|critics|friends?|all(?:y|ies)|relatives|family)$/;
const TO_WHOM = /^(?:for|of|to)$/;
/** Tokens of titles between "for" and the name, and of adjectives between the genitive and the noun. */
const MAX_BETWEEN = 5;

/** Whether a source names the person only to tell for whom or with whom the speaker is. */
export function speaksThroughAnother(seg: Segmented, { kind, run }: Reference, { type, names }: NamedActor): boolean {
  if (kind !== 'named' || type !== 'person') return false;
  const inside = names.filter(({ first, last }) => run.first <= first && last <= run.last);
  return inside.length > 0 && inside.every((name) => isForWhom(seg, run, name) || isWhose(seg, run, name));
}

/** "a spokesman for President Brandt" */
function isForWhom({ lowers }: Segmented, run: Run, { first }: NameSpan): boolean {
  for (let i = first - 1; i > run.first && first - i <= MAX_BETWEEN && lowers[i] !== ','; i -= 1) {
    if (TO_WHOM.test(lowers[i] ?? '')) return DEPUTY.test(lowers[i - 1] ?? '');
  }
  return false;
}

/** "Brandt's former lawyer", "a Brandt aide" */
function isWhose({ lowers }: Segmented, run: Run, { last }: NameSpan): boolean {
  const after = lowers[last + 1] ?? '';
  if (DEPUTY.test(after)) return last + 1 <= run.last;
  // The genitive may be a token of its own or end the name.
  if (!/^['’]s?$/.test(after) && !/['’]s?$/.test(lowers[last] ?? '')) return false;
  for (let i = last + 1; i <= Math.min(run.last, last + MAX_BETWEEN) && lowers[i] !== ','; i += 1) {
    if (DEPUTY.test(lowers[i] ?? '')) return true;
  }
  return false;
}
