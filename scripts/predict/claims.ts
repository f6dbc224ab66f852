/** `predict -- claims`: lines `{id, text}` to the prediction format, by the engine that ships. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadEngine } from '../../lib/language/engine';
import type { Span } from '../../lib/model/span';

const MODELS = join(import.meta.dirname, '../../public/models');

type Offsets = [number, number];

function isLine(value: unknown): value is { id: string; text: string } {
  return (
    typeof value === 'object' && value !== null && 'id' in value && 'text' in value && typeof value.text === 'string'
  );
}

const offsets = ({ start, end }: Span): Offsets => [start, end];

/** The engine with the models of `public/models`. */
export function loadShippedEngine(): ReturnType<typeof loadEngine> {
  return loadEngine((name) => readFile(join(MODELS, name)));
}

/** Claims and actors of each article; a line without text throws. */
export async function* predict(lines: AsyncIterable<unknown>): AsyncGenerator {
  const engine = await loadShippedEngine();
  for await (const line of lines) {
    if (!isLine(line)) throw new TypeError('a line needs id and text');
    const { claims, actors } = engine.analyse(line.text);
    yield {
      id: line.id,
      claims: claims.map(({ source, cue, content, kind, actor, certainty }) => ({
        source: source.length > 0 ? source.map(offsets) : null,
        cue: cue.map(offsets),
        content: content.map(offsets),
        kind,
        actor,
        certainty,
      })),
      actors: actors.map(({ id, name, type, mentions }) => ({
        id,
        name,
        type,
        mentions: mentions.map(offsets),
        names: mentions.filter(({ form }) => form === 'name').map(offsets),
      })),
    };
  }
}
