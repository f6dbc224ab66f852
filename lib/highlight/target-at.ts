import type { Span } from '../model/span';
import { contains } from '../model/span';
import type { Scene } from './plan';
import type { PanelTarget } from '../model/target';

/** What lies at a stretch of text, innermost first where things are nested; null each where there is nothing. */
export interface TargetsAt {
  readonly note: PanelTarget | null;
  readonly claim: PanelTarget | null;
  readonly actor: PanelTarget | null;
}

/** The note, the claim and the actor at a stretch of the article text; layers that are off hold nothing, actors excepted. */
export function targetsAt(stretch: Span, { analysis, notes, layers }: Omit<Scene, 'pointed' | 'flashed'>): TargetsAt {
  const note = innermost(
    stretch,
    (layers.notes ? notes : []).flatMap(({ note: { id }, span }) => (span ? [{ id, spans: [span] }] : [])),
  );
  const claim = innermost(
    stretch,
    (layers.claims ? analysis.claims : []).map(({ id, content }) => ({ id, spans: content })),
  );
  const actor = innermost(
    stretch,
    analysis.actors.map(({ id, mentions }) => ({ id, spans: mentions })),
  );
  return {
    note: note === null ? null : { kind: 'note', id: note },
    claim: claim === null ? null : { kind: 'claim', id: claim },
    actor: actor === null ? null : { kind: 'actor', id: actor },
  };
}

function innermost<Id>(
  stretch: Span,
  things: readonly { readonly id: Id; readonly spans: readonly Span[] }[],
): Id | null {
  const hits = things.flatMap(({ id, spans }) =>
    spans.filter((span) => contains(span, stretch)).map((span) => ({ id, chars: span.end - span.start })),
  );
  return hits.toSorted((a, b) => a.chars - b.chars)[0]?.id ?? null;
}
