/**
 * What is known about the article of the page: what was read and found, and what the reader had stored about it.
 * Pure: joins them to what panel and page show.
 */
import { anchor } from '../anchoring/anchor';
import type { Memory } from '../messages/protocol';
import type { Actor, Analysis, Claim } from '../model/analysis';
import type { Article } from '../model/article';
import type { Correction, Note, Verdict } from '../model/note';
import type { PlacedNote, PlacedVerdict } from '../model/page-view';
import { cover, type Span } from '../model/span';
import type { ArticleChange } from '../model/version';

/** An article that was read, what the engine found, and what the store knows. */
export interface Known {
  readonly article: Article;
  /** As the engine gave it. */
  readonly found: Analysis;
  readonly memory: Memory | null;
}

/** The same after the reader's notes and corrections were placed in this text. */
export interface Joined {
  readonly analysis: Analysis;
  readonly verdicts: readonly PlacedVerdict[];
  readonly notes: readonly PlacedNote[];
  /** What this text says otherwise than the kept copy. */
  readonly changes: readonly ArticleChange[];
}

/** Places notes and corrections; a correction wins over the engine. */
export function join({ article, found, memory }: Known): Joined {
  const oldText = memory?.text.text;
  const place = (selectors: Note['selectors']) =>
    selectors === null ? null : anchor(selectors, article.text, oldText);
  const verdicts = placeVerdicts(memory?.corrections ?? [], found.claims, (c) => place(c.content));
  return {
    analysis: { ...found, claims: found.claims.map((claim) => corrected(claim, verdicts, found.actors)) },
    verdicts,
    notes: (memory?.notes ?? []).map((note) => ({ note, span: place(note.selectors) })),
    changes: memory?.changes ?? [],
  };
}

/** The verdict on each claim that one was placed on; of several the newest. */
function placeVerdicts(
  corrections: readonly Correction[],
  claims: readonly Claim[],
  place: (correction: Correction) => Span | null,
): readonly PlacedVerdict[] {
  const byClaim = new Map<Claim, Verdict>();
  for (const correction of corrections.toSorted((a, b) => a.createdAt - b.createdAt)) {
    const span = place(correction);
    const claim = span && closest(claims, span);
    if (claim) byClaim.set(claim, correction.verdict);
  }
  return [...byClaim].map(([{ id }, verdict]) => ({ claim: id, verdict }));
}

/** The claim whose content covers most the same text as `span`; null when none shares half of it. */
function closest(claims: readonly Claim[], span: Span): Claim | null {
  const shared = (claim: Claim) => {
    const content = cover(claim.content);
    const both = Math.min(content.end, span.end) - Math.max(content.start, span.start);
    return both / (Math.max(content.end, span.end) - Math.min(content.start, span.start));
  };
  const best = claims.toSorted((a, b) => shared(b) - shared(a))[0];
  return best && shared(best) >= 0.5 ? best : null;
}

function corrected(claim: Claim, verdicts: readonly PlacedVerdict[], actors: readonly Actor[]): Claim {
  const verdict = verdicts.find((placed) => placed.claim === claim.id)?.verdict;
  if (verdict?.kind === 'right') return { ...claim, certainty: 1 };
  if (verdict?.kind !== 'speaker') return claim;
  const same = (actor: Actor) => actor.name.toLowerCase() === verdict.name.toLowerCase();
  return {
    ...claim,
    speaker: verdict.name,
    actor: actors.find(same)?.id ?? null,
    source: [],
    certainty: 1,
    why: [{ code: 'corrected-by-reader', words: verdict.name }],
  };
}
