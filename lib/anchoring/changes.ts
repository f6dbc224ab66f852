/**
 * What changed between the stored text of an article and the text its page has now, as far as readers care: quotations, numbers
 * and names that were changed, removed or added. Other white space or quotation marks, advertisements, boxes and paragraphs that
 * only moved are no changes.
 */
import { unreachable } from '../model/result';
import type { FactKind } from '../model/version';
import { alignTexts, type Alignment } from './align';
import { firstEndingAfter } from './locate';
import { findFacts, type Fact } from './facts';

/** One change: both sides for a changed fact, one for a removed or an added one. */
export type FactChange =
  | { readonly kind: FactKind; readonly how: 'changed'; readonly before: Fact; readonly after: Fact }
  | { readonly kind: FactKind; readonly how: 'removed'; readonly before: Fact; readonly after: null }
  | { readonly kind: FactKind; readonly how: 'added'; readonly before: null; readonly after: Fact };

/** Two facts stand in the same place when the words that frame them in the new text are no further apart than this many words more. */
const MAX_EXTRA_WORDS = 12;
/** Longer pairs of texts are not compared: it would take over 200 ms. */
const MAX_CHARS = 400_000;

/** The changes from `oldText` to `newText`, in order of the new text, removed ones last; none where the texts are too long to compare. */
export function findChanges(oldText: string, newText: string): FactChange[] {
  if (oldText === newText || oldText.length + newText.length > MAX_CHARS) return [];
  const before = findFacts(oldText);
  const after = findFacts(newText);
  const alignment = alignTexts(oldText, newText);
  const pairs = pairFacts(before, after, alignment);
  const changes: FactChange[] = [];
  for (const [old, next] of pairs)
    if (isChange(old, next)) changes.push({ kind: old.kind, how: 'changed', before: old, after: next });
  const paired = new Set<Fact>([...pairs].flat());
  const isNew = isUnknownIn(oldText, before, newText);
  const isGone = isUnknownIn(newText, after, oldText);
  for (const fact of after) {
    if (fact.inProse && !paired.has(fact) && isNew(fact))
      changes.push({ kind: fact.kind, how: 'added', before: null, after: fact });
  }
  for (const fact of before) {
    if (fact.inProse && !paired.has(fact) && isGone(fact))
      changes.push({ kind: fact.kind, how: 'removed', before: fact, after: null });
  }
  return changes.toSorted((a, b) => (a.after?.start ?? Infinity) - (b.after?.start ?? Infinity));
}

/** Which fact of the new text each fact of the old one is or became. */
function pairFacts(before: readonly Fact[], after: readonly Fact[], alignment: Alignment): Map<Fact, Fact> {
  const pairs = new Map<Fact, Fact>();
  const free = new Set(after);
  const pair = (old: Fact, next: Fact | undefined) => {
    if (!next) return;
    pairs.set(old, next);
    free.delete(next);
  };
  const places = new Map(before.map((fact) => [fact, placeOf(fact, alignment)]));
  const candidates = (old: Fact) => {
    const place = places.get(old);
    const near = [...free].filter((f) => f.kind === old.kind && place && f.start < place.end && f.end > place.start);
    return near.toSorted((a, b) => overlap(b, place) - overlap(a, place));
  };
  // Equal facts first, so that a changed neighbour does not take their partner.
  for (const old of before)
    pair(
      old,
      candidates(old).find((next) => next.key === old.key),
    );
  for (const old of before) if (!pairs.has(old)) pair(old, candidates(old)[0]);
  for (const old of before)
    if (!pairs.has(old))
      pair(
        old,
        [...free].find((f) => f.kind === old.kind && f.key === old.key),
      );
  return pairs;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where the fact stands, or stood, in the new text: between the nearest words around it that are still there. */
function placeOf(fact: Fact, { old, next, target, newText }: Alignment): Place | null {
  const first = firstEndingAfter(old.ends, fact.start);
  let last = first;
  while (last + 1 < old.count && (old.starts[last + 1] ?? Infinity) < fact.end) last++;
  let left = first - 1;
  while (left >= 0 && (target[left] ?? -1) < 0) left--;
  let right = last + 1;
  while (right < old.count && (target[right] ?? -1) < 0) right++;
  const from = left < 0 ? -1 : (target[left] ?? -1);
  const to = right >= old.count ? next.count : (target[right] ?? next.count);
  const room = last - first + 1 + (first - 1 - left) + (right - last - 1) + MAX_EXTRA_WORDS;
  if (to <= from || to - from - 1 > room) return null;
  return {
    start: from < 0 ? 0 : (next.ends[from] ?? 0),
    end: to >= next.count ? newText.length : (next.starts[to] ?? 0),
  };
}

function overlap(fact: Fact, place: Place | null | undefined): number {
  return place ? Math.min(fact.end, place.end) - Math.max(fact.start, place.start) : 0;
}

const TITLES = new Set(['mr', 'mrs', 'ms', 'dr', 'prof', 'gen', 'sen', 'rep', 'gov', 'lt', 'col', 'sgt', 'st', 'jr']);

/** Whether two facts in one place say different things: "Ms. Ortiz" and "Ana Ortiz" do not. */
function isChange(before: Fact, after: Fact): boolean {
  if (before.key === after.key) return false;
  if (before.kind !== 'name') return true;
  const bare = ({ key }: Fact) => key.split(' ').filter((word) => !TITLES.has(word));
  const [one, other] = [bare(before), bare(after)];
  return !one.every((word) => other.includes(word)) && !other.every((word) => one.includes(word));
}

/**
 * Whether a fact without a partner is nowhere in the other text. A name said once more is no news, nor is a sentence that moved or
 * was copied into a box.
 */
function isUnknownIn(text: string, facts: readonly Fact[], own: string): (fact: Fact) => boolean {
  const flat = ` ${wordsOf(text).join(' ')} `;
  const words = new Set(flat.split(' '));
  const numbers = new Set(facts.filter((f) => f.kind === 'number').map((f) => f.key));
  return (fact) => {
    switch (fact.kind) {
      case 'name':
        return !words.has(fact.key.slice(fact.key.lastIndexOf(' ') + 1));
      case 'quotation':
        return !flat.includes(` ${fact.key} `);
      case 'number':
        return !numbers.has(fact.key) && !surroundings(own, fact).some((phrase) => flat.includes(` ${phrase} `));
      default:
        return unreachable(fact.kind);
    }
  };
}

/** The fact with the two words before it, and with the two after it. */
function surroundings(text: string, fact: Fact): string[] {
  const before = wordsOf(text.slice(Math.max(0, fact.start - 60), fact.start)).slice(-2);
  const after = wordsOf(text.slice(fact.end, fact.end + 60)).slice(0, 2);
  const own = wordsOf(fact.text);
  return [
    [...before, ...own],
    [...own, ...after],
  ]
    .filter((phrase) => phrase.length > 2)
    .map((phrase) => phrase.join(' '));
}

function wordsOf(text: string): string[] {
  return (
    text
      .replaceAll('\u00ad', '')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}
