import type { Analysis, Claim, ClaimKind, Reason, Stance } from '../../lib/model/analysis';
import type { ActorId, ClaimId } from '../../lib/model/ids';
import type { PlacedVerdict } from '../../lib/model/page-view';
import { cover, type Span } from '../../lib/model/span';
import { speakerWord } from '../../lib/platform/claim-words';

/** A claim as lists show it: every word already cut out of the article. */
export interface ClaimItem {
  readonly id: ClaimId;
  readonly kind: ClaimKind;
  readonly speaker: string;
  /** False where the article names nobody, not even by description. */
  readonly named: boolean;
  readonly actor: ActorId | null;
  readonly role: string;
  readonly content: string;
  readonly cue: string;
  readonly stance: Stance;
  readonly certainty: number;
  readonly why: readonly Reason[];
  readonly verdict: 'right' | 'wrong' | 'speaker' | null;
  /** From the first to the last word of the content. */
  readonly passage: Span;
}

const wordsOf = (text: string, spans: readonly Span[]) =>
  spans.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ').trim()).join(' … ');

function toItem(text: string, claim: Claim, roles: ReadonlyMap<ActorId, string>, verdict: ClaimItem['verdict']) {
  return {
    id: claim.id,
    kind: claim.kind,
    speaker: speakerWord(claim),
    named: claim.speaker !== '',
    actor: claim.actor,
    role: claim.actor === null ? '' : (roles.get(claim.actor) ?? ''),
    content: wordsOf(text, claim.content),
    cue: wordsOf(text, claim.cue),
    stance: claim.stance,
    certainty: claim.certainty,
    why: claim.why,
    verdict,
    passage: cover(claim.content),
  } satisfies ClaimItem;
}

/** All claims of an analysis of `text` as list items, in reading order. */
export function claimItems(text: string, analysis: Analysis, verdicts: readonly PlacedVerdict[]): ClaimItem[] {
  const roles = new Map(analysis.actors.map((actor) => [actor.id, actor.role]));
  const said = new Map(verdicts.map(({ claim, verdict }) => [claim, verdict.kind]));
  return analysis.claims.map((claim) => toItem(text, claim, roles, said.get(claim.id) ?? null));
}
