/** `predict -- claims`: lines `{id, text}` to the prediction format, by the engine that ships. */
import { type Engine, loadEngine } from '../../lib/language/engine';
import type { Span } from '../../lib/model/span';
import { readModelFile } from '../word-models';

export type Offsets = [number, number];

function isLine(value: unknown): value is { id: string; text: string } {
  return (
    typeof value === 'object' && value !== null && 'id' in value && 'text' in value && typeof value.text === 'string'
  );
}

const offsets = ({ start, end }: Span): Offsets => [start, end];

/** The engine with the models of `public/models`. */
export function loadShippedEngine(): ReturnType<typeof loadEngine> {
  return loadEngine((name) => Promise.resolve(readModelFile(name)));
}

/** One article's answer in the prediction format. */
export interface Prediction {
  readonly id: string;
  readonly claims: readonly {
    readonly source: Offsets[] | null;
    readonly cue: Offsets[];
    readonly content: Offsets[];
    readonly kind: string;
    readonly actor: string | null;
    readonly certainty: number;
  }[];
  readonly actors: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly mentions: Offsets[];
    readonly names: Offsets[];
  }[];
}

/** What the engine finds in `text`, in the prediction format. */
export function predictText(engine: Engine, id: string, text: string): Prediction {
  const { claims, actors } = engine.analyse(text);
  return {
    id,
    claims: claims.map(({ source, cue, content, kind, actor, certainty }) => ({
      source: source.length > 0 ? source.map(offsets) : null,
      cue: cue.map(offsets),
      content: content.map(offsets),
      kind,
      actor,
      certainty,
    })),
    actors: actors.map(({ id: actorId, name, type, mentions }) => ({
      id: actorId,
      name,
      type,
      mentions: mentions.map(offsets),
      names: mentions.filter(({ form }) => form === 'name').map(offsets),
    })),
  };
}

/** Claims and actors of each article; a line without text throws. */
export async function* predict(lines: AsyncIterable<unknown>): AsyncGenerator {
  const engine = await loadShippedEngine();
  for await (const line of lines) {
    if (!isLine(line)) throw new TypeError('a line needs id and text');
    yield predictText(engine, line.id, line.text);
  }
}
