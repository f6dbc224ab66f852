import type { Kept } from '../model/kept';
import { keptClaims } from '../model/kept-claims';
import type { SaidBefore } from '../model/related';
import { wordsOf } from './terms';

/**
 * Whether two names mean the same actor across articles: equal but for case and diacritics, or both full names whose
 * first and last words agree ("Ana María Ruiz", "Ana Ruiz"). A surname alone is too little: there are many.
 */
export function isSameActor(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  if (!x.length || !y.length) return false;
  if (x.join(' ') === y.join(' ')) return true;
  return x.length > 1 && y.length > 1 && x[0] === y[0] && x.at(-1) === y.at(-1);
}

/** What one stored article has this actor saying, as the reader corrected it, in order of the text. */
export function saidBy(actorName: string, kept: Kept): SaidBefore[] {
  const { id, meta } = kept.clipping;
  return keptClaims(kept)
    .filter(({ speaker }) => isSameActor(speaker, actorName))
    .map(({ claim, words }) => ({
      clippingId: id,
      title: meta.title,
      outlet: meta.outlet,
      url: meta.canonicalUrl,
      published: meta.published,
      kind: claim.kind,
      content: words,
    }));
}
