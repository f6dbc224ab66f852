/** Turns judged attributions with their speakers into the claims that readers see. */
import type { Actor, Claim, Reason, ReasonCode } from '../../model/analysis';
import { type ActorId, type ClaimId, asId } from '../../model/ids';
import type { Span } from '../../model/span';
import type { Judged } from '../attribution/choose';
import type { Draft, Run } from '../attribution/draft';
import type { Reading } from '../attribution/reading';
import type { Speaker } from '../actors/speakers';
import type { NamedActor } from '../actors/name';
import type { CertaintySigns } from './certainty';
import { kindOf } from './kind-of';
import { stanceOf } from './stance-of';

/** An attribution with the speaker found for it. */
export interface SpokenClaim {
  readonly judged: Judged;
  readonly speaker: Speaker;
  /** Id and name of the speaker's actor; null where no named actor speaks. */
  readonly actor: { readonly id: ActorId; readonly name: string } | null;
}

/** Puts each judged attribution together with its speaker and the speaker's actor. */
export function joinSpeakers(
  judged: readonly Judged[],
  speakers: readonly Speaker[],
  actors: readonly Actor[],
  idOf: ReadonlyMap<NamedActor, ActorId>,
): SpokenClaim[] {
  const byId = new Map(actors.map((actor) => [actor.id, actor] as const));
  return judged.flatMap((claim, k) => {
    const speaker = speakers[k];
    if (!speaker) return [];
    const id = speaker.actor ? idOf.get(speaker.actor) : undefined;
    return [{ judged: claim, speaker, actor: (id && byId.get(id)) ?? null }];
  });
}

/** Claims in reading order of their content; `certainty` weighs what speaks for each. */
export function buildClaims(
  r: Reading,
  spoken: readonly SpokenClaim[],
  certainty: (signs: CertaintySigns) => number,
): Claim[] {
  const start = (claim: SpokenClaim): number => firstToken(claim.judged.draft);
  return spoken
    .toSorted((a, b) => start(a) - start(b) || size(b.judged.draft) - size(a.judged.draft))
    .map((claim, k) => buildClaim(r, claim, asId<ClaimId>(`c${k + 1}`), certainty));
}

function buildClaim(
  r: Reading,
  { judged, speaker, actor }: SpokenClaim,
  id: ClaimId,
  certainty: (signs: CertaintySigns) => number,
): Claim {
  const { draft, probability } = judged;
  const content = draft.content.map((run) => spanOf(r, run));
  const source = draft.source.map((run) => spanOf(r, run));
  const cue = draft.cue.alone ? [] : [spanOf(r, draft.cue)];
  const kind = kindOf(content.map(({ start, end }) => r.text.slice(start, end)));
  const said = source[0] ? r.text.slice(source[0].start, source[0].end) : '';
  const cueText = cue[0] ? r.text.slice(cue[0].start, cue[0].end) : '';
  return {
    id,
    kind,
    source,
    cue,
    content,
    actor: actor?.id ?? null,
    speaker: actor?.name ?? said,
    stance: stanceOf(cueText.split(/\s+/), r.lowers[draft.content[0]?.first ?? -1]),
    certainty: certainty({
      claim: probability,
      speaker: speaker.probability,
      content: draft.contentSureness,
      edges: draft.edgeSureness,
      source: draft.sourceSureness,
      kind,
      by: speaker.by,
    }),
    why: [foundBy(kind, cueText), spokenBy(speaker, said, actor?.name ?? '')],
  };
}

function foundBy(kind: Claim['kind'], cue: string): Reason {
  if (!cue) return { code: 'quotation-alone', words: '' };
  return { code: kind === 'indirect' ? 'reported-with-cue' : 'quotation-with-cue', words: cue };
}

const SPOKEN_BY = {
  name: 'speaker-named',
  pronoun: 'speaker-by-pronoun',
  description: 'speaker-by-description',
  carried: 'speaker-carried-over',
  described: 'speaker-only-described',
  unknown: 'speaker-unknown',
} as const satisfies Record<Speaker['by'], ReasonCode>;

function spokenBy({ by }: Speaker, said: string, name: string): Reason {
  return { code: SPOKEN_BY[by], words: by === 'carried' ? name : said };
}

function firstToken(draft: Draft): number {
  return Math.min(...draft.content.map((run) => run.first));
}

function size(draft: Draft): number {
  return draft.content.reduce((sum, run) => sum + run.last - run.first + 1, 0);
}

/** Characters of a run of tokens. */
export function spanOf(r: Reading, run: Run): Span {
  return { start: r.start[run.first] ?? 0, end: r.end[run.last] ?? 0 };
}
