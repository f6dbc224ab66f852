import type { Actor, Analysis, Claim } from '../../../lib/model/analysis';
import { asId } from '../../../lib/model/ids';
import type { Note, NoteColour } from '../../../lib/model/note';
import type { Scene } from '../../../lib/highlight/plan';

/** A claim of the kind, over one stretch, with everything else as plain as can be. */
export function claim(id: string, start: number, end: number, more: Partial<Claim> = {}): Claim {
  return {
    id: asId(id),
    kind: 'direct',
    source: [],
    cue: [],
    content: [{ start, end }],
    actor: null,
    speaker: '',
    stance: 'asserts',
    certainty: 0.9,
    why: [],
    ...more,
  };
}

export function actor(id: string, mentions: Actor['mentions'], more: Partial<Actor> = {}): Actor {
  return { id: asId(id), name: id, type: 'person', role: '', mentions, ...more };
}

export function note(id: string, colour: NoteColour = 'amber'): Note {
  return {
    id: asId(id),
    clippingId: asId('clip'),
    selectors: null,
    colour,
    body: '',
    tags: [],
    createdAt: 0,
    updatedAt: 0,
    revision: 1,
  };
}

export function analysisOf(claims: readonly Claim[], actors: readonly Actor[] = []): Analysis {
  return { engine: 'test', sentences: [], actors, claims };
}

export function sceneOf(more: Partial<Scene> = {}): Scene {
  return {
    analysis: analysisOf([]),
    notes: [],
    verdicts: [],
    changes: [],
    layers: { claims: true, actors: false, notes: true },
    pointed: null,
    flashed: null,
    ...more,
  };
}
