import { readFile } from 'node:fs/promises';
import { loadEngine } from '../../lib/language/engine';
import type { ClippingId } from '../../lib/model/ids';
import { asId } from '../../lib/model/ids';
import { type Description, describeArticle } from '../../lib/search/description';
import { Library } from '../../lib/search/library';
import { FLOOR, rankRelated } from '../../lib/search/related';

interface Line {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
}

/** Ranks the whole library for each of its articles; without a floor when FLOOR=0, for figures of rank alone. */
export async function* predict(lines: AsyncIterable<unknown>): AsyncGenerator {
  const floor = Number(process.env['FLOOR'] ?? FLOOR);
  const models = new URL('../../public/models/', import.meta.url);
  const engine = await loadEngine(async (name) => new Uint8Array(await readFile(new URL(name, models))));
  const descriptions: Description[] = [];
  for await (const line of lines) {
    const { id, title = '', text } = line as Line;
    descriptions.push(describeArticle(asId<ClippingId>(id), { title, text }, engine.analyse(text)));
  }
  const library = new Library(descriptions);
  for (const query of descriptions) {
    const ranked = rankRelated(query, library, 20, floor);
    yield {
      id: query.clippingId,
      related: ranked.map(({ clippingId }) => clippingId),
      scores: ranked.map(({ score }) => Number(score.toFixed(4))),
      why: ranked.map(({ reasons }) => reasons),
    };
  }
}
