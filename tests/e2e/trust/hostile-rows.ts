import { describe } from '../../../lib/anchoring/describe';
import { asId, type ClippingId, type CorrectionId, type NoteId } from '../../../lib/model/ids';
import type { Kept } from '../../../lib/model/kept';
import { articleOf, type Said } from '../../panel/article';

/** Begins every hostile string, so that the text nodes that hold one can be found again. */
export const MARK = '⁑';

/** Texts that one clipping takes. */
const A_CLIPPING = 16;

/** Clippings that hold these texts in every field that an article, its analysis or a reader fills. */
export function hostileLibrary(texts: readonly string[], addresses: readonly string[]): Kept[] {
  const count = Math.ceil(texts.length / A_CLIPPING);
  return Array.from({ length: count }, (_, i) => hostileClipping(i, texts, addresses[i % addresses.length] ?? ''));
}

function hostileClipping(i: number, texts: readonly string[], url: string): Kept {
  const text = (slot: number) => MARK + (texts[(i * A_CLIPPING + slot) % texts.length] ?? '');
  const id = asId<ClippingId>(`hostile-${i}`);
  const said: Said[] = [0, 1, 2].map((n) => [text(n), text(n + 3), 'direct', text(n + 6), 0.9]);
  const { article, analysis } = articleOf(said, text(9));
  const meta = { ...article.meta, url, canonicalUrl: url, byline: text(10), outlet: text(11), language: 'en' };
  const at = Date.UTC(2026, 10, 1) + i;
  const [first] = analysis.claims;
  return {
    clipping: {
      id,
      meta,
      urls: [url],
      textHash: `hash ${i}`,
      savedAt: at,
      updatedAt: at,
      words: 10,
      claims: analysis.claims.length,
      actors: analysis.actors.length,
      trashedAt: 0,
    },
    text: {
      clippingId: id,
      text: article.text,
      blocks: [...article.text.matchAll(/[^\n]+/g)].map(({ 0: words, index }) => ({
        kind: 'paragraph' as const,
        start: index,
        end: index + words.length,
      })),
      analysis: { ...analysis, actors: analysis.actors.map((actor) => ({ ...actor, role: text(12) })) },
    },
    notes: [null, describe(article.text, first?.content[0] ?? { start: 0, end: 1 })].map((selectors, n) => ({
      id: asId<NoteId>(`note-${i}-${n}`),
      clippingId: id,
      selectors,
      colour: 'amber',
      body: `${MARK}${texts[(i * A_CLIPPING + 13 + n) % texts.length] ?? ''}`,
      tags: [text(15).slice(0, 200)],
      createdAt: at,
      updatedAt: at,
      revision: 1,
    })),
    corrections: [
      {
        id: asId<CorrectionId>(`verdict-${i}`),
        clippingId: id,
        content: describe(article.text, first?.content[0] ?? { start: 0, end: 1 }),
        verdict: { kind: 'speaker', name: text(14) },
        createdAt: at,
      },
    ],
  };
}
