/** How far the engine's certainty can be trusted: precision where it is high, and the calibration error. */
import type { Prediction } from '../predict/claims';
import { type Gold, loadScorer } from './corpora';

type Spans = readonly (readonly [number, number])[];

interface GoldClaim {
  readonly source?: Spans;
  readonly content: Spans;
  readonly actor?: string | null;
  readonly actorAlso?: string | null;
}

interface GoldActor {
  readonly name: string;
  readonly type: string;
  readonly names: readonly string[];
}

interface SpeakerScorer {
  readonly norm: (text: string) => string;
  readonly sameActor: (gold: GoldActor, forms: readonly string[]) => boolean;
}

/** One predicted claim: how sure the engine was, and whether content and speaker are right. */
export interface Trial {
  readonly certainty: number;
  readonly right: boolean;
}

const length = (spans: Spans): number => spans.reduce((sum, [start, end]) => sum + end - start, 0);

function shared(a: Spans, b: Spans): number {
  let sum = 0;
  for (const [s, e] of a) for (const [t, f] of b) sum += Math.max(0, Math.min(e, f) - Math.max(s, t));
  return sum;
}

function agreement(a: Spans, b: Spans): number {
  const both = shared(a, b);
  return both / (length(a) + length(b) - both || 1);
}

/**
 * Judges each predicted claim. With `actors` in the gold the resolved speaker must be right, else the sources must
 * touch or both be absent.
 */
export async function judgeClaims(golds: readonly Gold[], predictions: readonly Prediction[]): Promise<Trial[]> {
  const scorer = await loadScorer<SpeakerScorer>('speakers');
  return golds.flatMap((gold, k) => {
    const prediction = predictions[k];
    if (!prediction) return [];
    const claims = gold['attributions'] as readonly GoldClaim[];
    const discard = (gold['discard'] ?? []) as Spans;
    return prediction.claims.flatMap((claim): Trial[] => {
      const best = claims
        .map((other) => ({ other, value: agreement(claim.content, other.content) }))
        .filter(({ value }) => value >= 0.5)
        .toSorted((a, b) => b.value - a.value)[0]?.other;
      const hidden = claim.content.every(([s, e]) => discard.some(([from, to]) => s >= from && e <= to));
      if (!best) return hidden ? [] : [{ certainty: claim.certainty, right: false }];
      const right = gold['actors']
        ? speakerIsRight(scorer, gold, prediction, claim, best)
        : sourceIsRight(claim.source, best);
      return [{ certainty: claim.certainty, right }];
    });
  });
}

function sourceIsRight(source: Spans | null, { source: gold = [] }: GoldClaim): boolean {
  return shared(source ?? [], gold) > 0 || ((source ?? []).length === 0 && gold.length === 0);
}

function speakerIsRight(
  { norm, sameActor }: SpeakerScorer,
  gold: Gold,
  prediction: Prediction,
  claim: Prediction['claims'][number],
  { actor, actorAlso, source = [] }: GoldClaim,
): boolean {
  const wanted = [actor, actorAlso].filter((name) => typeof name === 'string');
  const last = (name: string): string => norm(name).split(' ').at(-1) ?? '';
  const isNamed = (a: GoldActor, name: string): boolean =>
    [a.name, ...a.names].some((form) => norm(form) === norm(name)) ||
    (a.type === 'person' && last(a.name) === last(name));
  const named = (gold['actors'] as readonly GoldActor[]).find((a) => wanted.some((name) => isNamed(a, name)));
  const given = prediction.actors.find(({ id }) => id === claim.actor);
  if (!given) return !named;
  const forms = [given.name, ...given.names.map(([s, e]) => gold.text.slice(s, e))];
  if (named) return sameActor(named, forms);
  const words = (text: string): string[] =>
    norm(text)
      .split(' ')
      .filter((word) => word.length > 2);
  const shares = wanted.some((name) => forms.some((form) => words(form).some((word) => words(name).includes(word))));
  return shares || shared(given.mentions, source) > 0;
}

/** Share of right claims among those at or above `floor`, and how many these are. */
export function precisionAbove(
  trials: readonly Trial[],
  floor: number,
): { readonly precision: number; readonly count: number } {
  const above = trials.filter(({ certainty }) => certainty >= floor);
  return { precision: above.filter(({ right }) => right).length / (above.length || 1), count: above.length };
}

/** Expected calibration error over ten equal steps of certainty: mean distance of certainty and share of right claims. */
export function calibrationError(trials: readonly Trial[]): number {
  let error = 0;
  for (let step = 0; step < 10; step += 1) {
    const inside = trials.filter(({ certainty }) => Math.min(9, Math.floor(certainty * 10)) === step);
    const certainty = inside.reduce((sum, trial) => sum + trial.certainty, 0);
    const right = inside.filter((trial) => trial.right).length;
    error += Math.abs(certainty - right);
  }
  return error / (trials.length || 1);
}
