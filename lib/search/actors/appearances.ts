/**
 * What one article says of its actors, in a form that thousands of articles can be read in at once: who appears under
 * which key, name and role, and how often each speaks; apart from that, the words of the claims.
 */
import type { ActorType, ClaimKind } from '../../model/analysis';
import type { ClaimId, ClippingId } from '../../model/ids';
import type { Kept } from '../../model/kept';
import { type KeptClaim, keptClaims } from '../../model/kept-claims';
import { KEY_RULES, nameKey, nearKey } from './name-key';

/** Who appears in one article. Plain data: it is stored. In each list but `counts` one entry an actor. */
export interface Appearances {
  readonly clippingId: ClippingId;
  /** `KEY_RULES` that the keys were made by. */
  readonly rules: number;
  readonly keys: readonly string[];
  /** `nearKey` of each key: an article is found under these. */
  readonly nears: readonly string[];
  /** The fullest name the article gives. */
  readonly names: readonly string[];
  /** Empty where it gives none. */
  readonly roles: readonly string[];
  /** Claims of each actor: direct, mixed, indirect, three numbers an actor. */
  readonly counts: readonly number[];
}

/** The claims of one article whose speaker is named, as the reader left them, in its order. Plain data: it is stored. */
export interface SpokenClaims {
  readonly clippingId: ClippingId;
  readonly claims: readonly SpokenClaim[];
}

export interface SpokenClaim {
  readonly id: ClaimId;
  /** The key of the speaker. */
  readonly key: string;
  readonly kind: ClaimKind;
  readonly certainty: number;
  readonly words: string;
}

/** Kinds in the order of `Appearances.counts`. */
export const KINDS = ['direct', 'mixed', 'indirect'] as const satisfies readonly ClaimKind[];

interface Appearing {
  readonly name: string;
  readonly role: string;
  readonly counts: number[];
}

/** What a stored article says of its actors, with the reader's corrections. */
export function describeActors(kept: Pick<Kept, 'clipping' | 'text' | 'corrections'>): {
  readonly appearances: Appearances;
  readonly spoken: SpokenClaims;
} {
  const clippingId = kept.clipping.id;
  const { actors } = kept.text.analysis;
  const found = new Map<string, Appearing>();
  const keyOfId = new Map(actors.map(({ id, name, type }) => [id, nameKey(name, type)] as const));
  for (const { id, name, role } of actors) {
    const key = keyOfId.get(id) ?? '';
    const before = found.get(key);
    if (!before) found.set(key, { name, role, counts: [0, 0, 0] });
    else if (before.role === '' && role !== '') found.set(key, { ...before, role });
  }
  const claims = keptClaims({ ...kept, notes: [] }).flatMap((one): SpokenClaim[] => {
    const speaker = speakerOf(one, keyOfId);
    if (!speaker) return [];
    const { id, kind, certainty } = one.claim;
    const appearing = found.get(speaker.key) ?? { name: speaker.name, role: '', counts: [0, 0, 0] };
    found.set(speaker.key, appearing);
    const at = KINDS.indexOf(kind);
    appearing.counts[at] = (appearing.counts[at] ?? 0) + 1;
    return [{ id, key: speaker.key, kind, certainty: Math.round(certainty * 100) / 100, words: one.words }];
  });
  const all = [...found.values()];
  return {
    appearances: {
      clippingId,
      rules: KEY_RULES,
      keys: [...found.keys()],
      nears: [...found.keys()].map(nearKey),
      names: all.map(({ name }) => name),
      roles: all.map(({ role }) => role),
      counts: all.flatMap(({ counts }) => counts),
    },
    spoken: { clippingId, claims },
  };
}

const TYPES: readonly ActorType[] = ['person', 'organization', 'place'];

/**
 * Who said it: the actor the engine found, or the one with the name that the reader gave. A name that the article has
 * for nobody is taken for a person's. Null for a speaker who is only described.
 */
function speakerOf({ claim, verdict }: KeptClaim, keyOfId: ReadonlyMap<string, string>) {
  if (verdict?.kind === 'speaker') {
    const keys = TYPES.map((type) => nameKey(verdict.name, type));
    const known = new Set(keyOfId.values());
    return { key: keys.find((key) => known.has(key)) ?? nameKey(verdict.name, 'person'), name: verdict.name };
  }
  if (claim.actor === null) return null;
  return { key: keyOfId.get(claim.actor) ?? nameKey(claim.speaker, 'person'), name: claim.speaker };
}
