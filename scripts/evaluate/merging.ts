/**
 * How well names are joined into actors: links between names of one chain, counted as in MUC (Vilain et al. 1995) over
 * the names that both sides have. A chain of n names has n - 1 links; each further actor that it is spread over breaks one.
 */
import type { Prediction } from '../predict/claims';
import type { Gold } from './corpora';

type Offset = readonly [number, number];

/** Types of chains that can be actors. */
const ACTORS = new Set(['person', 'organization', 'place']);

/** Shares of the links made that are right, and of the links wanted that were made. */
export interface MergingScore {
  readonly precision: number;
  readonly recall: number;
}

/** Precision and recall of the links in `predictions` against the named chains of `golds`. */
export function scoreMerging(golds: readonly Gold[], predictions: readonly Prediction[]): MergingScore {
  const made = { right: 0, all: 0 };
  const wanted = { right: 0, all: 0 };
  for (const [k, gold] of golds.entries()) {
    const pairs = pairNames(gold, predictions[k]);
    count(
      made,
      groupBy(
        pairs,
        (pair) => pair.actor,
        (pair) => pair.chain,
      ),
    );
    count(
      wanted,
      groupBy(
        pairs,
        (pair) => pair.chain,
        (pair) => pair.actor,
      ),
    );
  }
  return { precision: made.right / (made.all || 1), recall: wanted.right / (wanted.all || 1) };
}

interface Pair {
  readonly chain: number;
  readonly actor: string;
}

/** Each predicted name that agrees by half or more with a name of a gold chain, with the one that it agrees with best. */
function pairNames(gold: Gold, prediction: Prediction | undefined): Pair[] {
  const chains = (gold['coref_named'] ?? []) as readonly (readonly Offset[])[];
  const types = (gold['coref_type'] ?? []) as readonly string[];
  const marked = chains.flatMap((chain, k) =>
    types[k] && !ACTORS.has(types[k]) ? [] : chain.map((span) => ({ chain: k, span })),
  );
  return (prediction?.actors ?? []).flatMap(({ id, names }) =>
    names.flatMap((name): Pair[] => {
      let best = -1;
      let most = 0;
      for (const { chain, span } of marked) {
        const agreement = agreementOf(name, span);
        if (agreement >= 0.5 && agreement > most) [best, most] = [chain, agreement];
      }
      return best < 0 ? [] : [{ chain: best, actor: id }];
    }),
  );
}

function agreementOf([start, end]: Offset, [from, to]: Offset): number {
  const shared = Math.max(0, Math.min(end, to) - Math.max(start, from));
  return shared / (end - start + (to - from) - shared);
}

function groupBy<Key, Value>(
  pairs: readonly Pair[],
  keyOf: (pair: Pair) => Key,
  valueOf: (pair: Pair) => Value,
): Value[][] {
  const groups = new Map<Key, Value[]>();
  for (const pair of pairs) groups.set(keyOf(pair), [...(groups.get(keyOf(pair)) ?? []), valueOf(pair)]);
  return [...groups.values()];
}

function count(links: { right: number; all: number }, groups: readonly (readonly unknown[])[]): void {
  for (const group of groups) {
    links.all += group.length - 1;
    links.right += group.length - new Set(group).size;
  }
}
