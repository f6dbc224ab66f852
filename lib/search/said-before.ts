import type { Clipping, ClippingText } from '../model/clipping';
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

/** The claims of one stored article whose speaker is this actor, in order of the text. */
export function saidBy(actorName: string, clipping: Clipping, { text, analysis }: ClippingText): SaidBefore[] {
  const { title, outlet, canonicalUrl, published } = clipping.meta;
  return analysis.claims
    .filter(({ speaker }) => isSameActor(speaker, actorName))
    .map(({ kind, content }) => ({
      clippingId: clipping.id,
      title,
      outlet,
      url: canonicalUrl,
      published,
      kind,
      content: content.map((s) => text.slice(s.start, s.end).replace(/\s+/g, ' ')).join(' … '),
    }));
}
