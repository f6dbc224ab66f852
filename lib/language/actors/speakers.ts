import type { NamedActor } from './name';
import type { ReferenceKind } from './reference';
import type { Resolved } from './resolve-references';

/** Who speaks in a claim and how that was found. */
export interface Speaker {
  /** Null where no named actor is meant. */
  readonly actor: NamedActor | null;
  readonly by: 'name' | 'pronoun' | 'description' | 'carried' | 'described' | 'unknown';
  /** How sure the ranker is of this answer, 0 to 1. */
  readonly probability: number;
}

const NOBODY: Speaker = { actor: null, by: 'unknown', probability: 0 };

/** The speakers of `count` claims, by index of the claim. */
export function speakersOf(resolved: readonly Resolved[], count: number): Speaker[] {
  const speakers = Array.from({ length: count }, () => NOBODY);
  for (const { reference, actor, probability } of resolved) {
    if (reference.claim < 0) continue;
    speakers[reference.claim] = { actor, by: actor ? foundBy(reference.kind) : lackingBy(reference.kind), probability };
  }
  return speakers;
}

function foundBy(kind: ReferenceKind): Speaker['by'] {
  if (kind === 'named') return 'name';
  if (kind === 'absent') return 'carried';
  return kind === 'definite' || kind === 'indefinite' ? 'description' : 'pronoun';
}

function lackingBy(kind: ReferenceKind): Speaker['by'] {
  return kind === 'absent' ? 'unknown' : 'described';
}
