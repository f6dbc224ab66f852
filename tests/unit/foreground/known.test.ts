import { describe, expect, it } from 'vitest';
import { describe as describeSpan } from '../../../lib/anchoring/describe';
import { join } from '../../../lib/foreground/known';
import type { Memory } from '../../../lib/messages/protocol';
import { type ChangeId, asId } from '../../../lib/model/ids';
import type { Correction, Verdict } from '../../../lib/model/note';
import { actor, analysisOf, claim, note } from '../highlight/scene';

const TEXT = 'Mara Oduya said “the bridge is safe” and left. Later she said “the bridge is closed” and left.';
const FIRST = { start: TEXT.indexOf('“the'), end: TEXT.indexOf('” and') + 1 };
const article = {
  text: TEXT,
  blocks: [],
  meta: {
    url: '',
    canonicalUrl: '',
    title: '',
    byline: '',
    outlet: '',
    published: null,
    modified: null,
    language: 'en',
  },
};
const found = analysisOf(
  [
    claim('c1', FIRST.start, FIRST.end, { speaker: 'Mara Oduya', actor: asId('a1') }),
    claim('c2', TEXT.lastIndexOf('“'), TEXT.lastIndexOf('”') + 1),
  ],
  [actor('a1', [{ start: 0, end: 10, form: 'name' }], { name: 'Mara Oduya' }), actor('a2', [], { name: 'Ilan Brook' })],
);

function correction(verdict: Verdict, createdAt = 1, span = FIRST): Correction {
  return {
    id: asId(`x${createdAt}`),
    clippingId: asId('clip'),
    content: describeSpan(TEXT, span),
    verdict,
    createdAt,
  };
}

function remembered(more: Partial<Memory>): Memory {
  return {
    clipping: {
      id: asId('clip'),
      meta: article.meta,
      urls: [],
      textHash: '',
      savedAt: 0,
      updatedAt: 0,
      words: 0,
      claims: 0,
      actors: 0,
      trashedAt: 0,
    },
    text: { clippingId: asId('clip'), text: TEXT, blocks: [], analysis: found },
    notes: [],
    corrections: [],
    changes: [],
    versions: [],
    ...more,
  };
}

const joined = (more: Partial<Memory>) => join({ article, found, memory: remembered(more) });

describe('what is known about the article', () => {
  it('is what the engine found where nothing is stored', () => {
    expect(join({ article, found, memory: null })).toEqual({ analysis: found, verdicts: [], notes: [], changes: [] });
  });

  it('lets another speaker win over the engine', () => {
    const { analysis, verdicts } = joined({ corrections: [correction({ kind: 'speaker', name: 'ilan brook' })] });
    expect(analysis.claims[0]).toMatchObject({ speaker: 'ilan brook', actor: 'a2', certainty: 1, source: [] });
    expect(analysis.claims[0]?.why[0]?.code).toBe('corrected-by-reader');
    expect(analysis.claims[1]).toBe(found.claims[1]);
    expect(verdicts.map((v) => v.claim)).toEqual(['c1']);
  });

  it('keeps a speaker who is no actor of the article by name alone', () => {
    const { analysis } = joined({ corrections: [correction({ kind: 'speaker', name: 'Someone New' })] });
    expect(analysis.claims[0]).toMatchObject({ speaker: 'Someone New', actor: null });
  });

  it('is sure of what the reader called right, and keeps what was called wrong in the list', () => {
    expect(joined({ corrections: [correction({ kind: 'right' })] }).analysis.claims[0]?.certainty).toBe(1);
    const wrong = joined({ corrections: [correction({ kind: 'wrong' })] });
    expect(wrong.analysis.claims).toHaveLength(2);
    expect(wrong.verdicts).toEqual([{ claim: 'c1', verdict: { kind: 'wrong' } }]);
  });

  it('takes the newest of several corrections', () => {
    const corrections = [correction({ kind: 'right' }, 5), correction({ kind: 'wrong' }, 3)];
    expect(joined({ corrections }).verdicts[0]?.verdict.kind).toBe('right');
  });

  it('finds the claim though the engine cuts it a little otherwise now', () => {
    const shorter = { start: FIRST.start + 1, end: FIRST.end - 1 };
    expect(joined({ corrections: [correction({ kind: 'wrong' }, 1, shorter)] }).verdicts[0]?.claim).toBe('c1');
  });

  it('places notes, lists lost ones, and keeps notes on the whole article', () => {
    const here = { ...note('n1'), selectors: describeSpan(TEXT, FIRST) };
    const lost = { ...note('n2'), selectors: { ...describeSpan(TEXT, FIRST), exact: 'words that are gone' } };
    const { notes } = joined({ notes: [here, lost, note('n3')] });
    expect(notes.map(({ span }) => span)).toEqual([FIRST, null, null]);
  });

  it('shows what the article says otherwise than the kept copy, and nothing where nothing is kept', () => {
    const words = { start: 0, end: 4, lead: '', words: 'Mara', tail: ' Oduya' };
    const change = { id: asId<ChangeId>('v1'), kind: 'name', how: 'added', before: null, after: words } as const;
    expect(joined({ changes: [change] }).changes).toEqual([change]);
    expect(join({ article, found, memory: null }).changes).toEqual([]);
  });
});
