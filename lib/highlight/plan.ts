/**
 * Decides what is painted: which spans lie in which layer of marks. Pure; `painter.ts` carries it out.
 *
 * Quiet layers first (claims by kind, actors by type, notes by colour), then what is pointed at (the content tinted,
 * the cue underlined, the speaker set off), then what is flashed. A claim that the reader called wrong is not
 * painted unless it is pointed at.
 */
import type { Actor, Analysis, Claim } from '../model/analysis';
import type { Layers, PlacedNote, PlacedVerdict } from '../model/page-view';
import { unreachable } from '../model/result';
import type { Span } from '../model/span';
import type { PanelTarget } from '../model/target';
import type { ArticleChange } from '../model/version';
import { MARKS, type Mark } from './marks';

/** What is known about the article and asked by the reader. */
export interface Scene {
  readonly analysis: Analysis;
  readonly notes: readonly PlacedNote[];
  readonly verdicts: readonly PlacedVerdict[];
  readonly changes: readonly ArticleChange[];
  readonly layers: Layers;
  /** Under the pointer, in page or panel. */
  readonly pointed: PanelTarget | null;
  readonly flashed: PanelTarget | null;
}

/** Spans by mark, each list in order of the text, without doubles; a mark with nothing to paint is absent. */
export type Plan = ReadonlyMap<Mark, readonly Span[]>;

/** The plan of a scene; the same scene always gives the same plan. */
export function planOf(scene: Scene): Plan {
  const spans = new Map<Mark, Span[]>();
  const put = (mark: Mark, more: readonly Span[]) => spans.set(mark, [...(spans.get(mark) ?? []), ...more]);

  for (const claim of shownClaims(scene)) put(`claim-${claim.kind}`, claim.content);
  for (const actor of scene.layers.actors ? scene.analysis.actors : []) put(`actor-${actor.type}`, actor.mentions);
  for (const { note, span } of scene.layers.notes ? scene.notes : []) if (span) put(`note-${note.colour}`, [span]);
  if (scene.pointed) putPointed(scene.pointed, scene, put);
  if (scene.flashed) put('flash', spansOf(scene.flashed, scene));

  return new Map(MARKS.map((mark) => [mark, inOrder(spans.get(mark) ?? [])] as const).filter(([, all]) => all.length));
}

/** All spans that stand for a target: a claim's content, a note's passage, an actor's mentions, changed words; empty when unknown. */
export function spansOf(target: PanelTarget, scene: Pick<Scene, 'analysis' | 'notes' | 'changes'>): readonly Span[] {
  switch (target.kind) {
    case 'claim':
      return scene.analysis.claims.find((claim) => claim.id === target.id)?.content ?? [];
    case 'actor':
      return scene.analysis.actors.find((actor) => actor.id === target.id)?.mentions ?? [];
    case 'note': {
      const span = scene.notes.find(({ note }) => note.id === target.id)?.span;
      return span ? [span] : [];
    }
    case 'change': {
      const words = scene.changes.find((change) => change.id === target.id)?.after;
      return words ? [words] : [];
    }
    default:
      return unreachable(target);
  }
}

function shownClaims({ analysis, verdicts, layers }: Scene): readonly Claim[] {
  if (!layers.claims) return [];
  const wrong = new Set(verdicts.filter(({ verdict }) => verdict.kind === 'wrong').map(({ claim }) => claim));
  return analysis.claims.filter((claim) => !wrong.has(claim.id));
}

function putPointed(target: PanelTarget, scene: Scene, put: (mark: Mark, spans: readonly Span[]) => void): void {
  const claim = target.kind === 'claim' ? scene.analysis.claims.find(({ id }) => id === target.id) : undefined;
  if (!claim) {
    put(target.kind === 'actor' ? 'pointed-actor' : 'pointed-content', spansOf(target, scene));
    return;
  }
  put('pointed-content', claim.content);
  put('pointed-cue', claim.cue);
  put('pointed-speaker', claim.source.length > 0 ? claim.source : nearestName(claim, scene.analysis.actors));
}

/** Where a claim has no source of its own, the last place before it that names its speaker. */
function nearestName(claim: Claim, actors: readonly Actor[]): readonly Span[] {
  const mentions = actors.find(({ id }) => id === claim.actor)?.mentions ?? [];
  const start = claim.content[0]?.start ?? 0;
  const before = mentions.findLast((mention) => mention.form !== 'pronoun' && mention.end <= start);
  return before ? [before] : [];
}

function inOrder(spans: readonly Span[]): readonly Span[] {
  const sorted = spans
    .filter(({ start, end }) => start < end)
    .map(({ start, end }) => ({ start, end }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  return sorted.filter(({ start, end }, i) => sorted[i - 1]?.start !== start || sorted[i - 1]?.end !== end);
}
