import { asId, type ClippingId } from '../../lib/model/ids';
import { describeArticle } from '../../lib/search/description';
import { packDescriptions } from '../../lib/search/packed/pack';
import { PackedLibrary } from '../../lib/search/packed/packed-library';
import { Segment } from '../../lib/search/packed/segment';
import { CANDIDATES, floorOf, rankRelated } from '../../lib/search/related';
import { wordForms } from '../../lib/search/terms';
import { loadShippedEngine } from './claims';

interface Line {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
}

/**
 * Ranks the whole library for each of its articles, with actors and quotations as the engine finds them. FLOOR=0 in
 * the environment gives the bare ranking. The whole input is held in memory: every line is ranked against all others.
 */
export async function* predict(lines: AsyncIterable<unknown>): AsyncGenerator {
  const engine = await loadShippedEngine();
  const texts: string[] = [];
  const descriptions = [];
  for await (const line of lines) {
    const { id, title = '', text } = line as Line;
    texts.push(`${title} ${text}`);
    descriptions.push(describeArticle(asId<ClippingId>(id), { title, text }, engine.analyse(text)));
  }
  const library = new PackedLibrary([await Segment.openPacked(packDescriptions(descriptions))]);
  const floor = Number(process.env['FLOOR'] ?? floorOf(library.size));
  const byId = new Map(descriptions.map((one) => [one.clippingId, one]));
  for (const [i, description] of descriptions.entries()) {
    const near = (await library.nearest(description, CANDIDATES + 1)).flatMap(
      ({ clippingId }) => byId.get(clippingId) ?? [],
    );
    const ranked = rankRelated({ description, forms: wordForms(texts[i] ?? '') }, near, library, 20, floor);
    yield {
      id: description.clippingId,
      related: ranked.map(({ clippingId }) => clippingId),
      scores: ranked.map(({ score }) => Number(score.toFixed(4))),
      why: ranked.map(({ reasons }) => reasons),
    };
  }
}
