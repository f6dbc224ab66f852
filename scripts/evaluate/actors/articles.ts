/** What the engine finds in the articles of the shared corpora, kept between runs. */
import { existsSync, mkdirSync, readFileSync, writeFileSync, appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActorType, ClaimKind } from '../../../lib/model/analysis';
import { loadShippedEngine } from '../../predict/claims';
import { type Gold, readGold } from '../corpora';

/** What a roster is made of: who is named in an article, and who speaks how. */
export interface ReadArticle {
  readonly id: string;
  readonly outlet: string;
  readonly published: string;
  readonly actors: readonly { readonly name: string; readonly type: ActorType; readonly role: string }[];
  /** Each claim with the place of its speaker in `actors`; null where nobody is named. */
  readonly claims: readonly { readonly kind: ClaimKind; readonly speaker: number | null }[];
}

/** Each with how many of its articles are left out for one that is taken. */
const CORPORA: readonly (readonly [string, number])[] = [
  ['corpora/intl/train.jsonl.gz', 1],
  ['corpora/worldwide/train.jsonl.gz', 1],
  ['corpora/related-ecb/docs.jsonl.gz', 1],
  ['corpora/polnear/train.jsonl.gz', 2],
  ['corpora/related-basil/docs.jsonl.gz', 4],
];

/** All articles, read anew where the cache has none. */
export async function readArticles(cache: string): Promise<ReadArticle[]> {
  mkdirSync(cache, { recursive: true });
  const all: ReadArticle[] = [];
  for (const [file, every] of CORPORA) {
    const kept = join(cache, `${file.replaceAll(/\W+/g, '-')}-${every}.jsonl`);
    const before = existsSync(kept) ? readFileSync(kept, 'utf8').split('\n').filter(Boolean) : [];
    const golds = readGold(file, every);
    if (before.length < golds.length) await readInto(kept, golds.slice(before.length));
    const lines = readFileSync(kept, 'utf8').split('\n').filter(Boolean);
    all.push(...lines.map((line) => JSON.parse(line) as ReadArticle));
  }
  return all;
}

async function readInto(kept: string, golds: readonly Gold[]): Promise<void> {
  const engine = await loadShippedEngine();
  if (!existsSync(kept)) writeFileSync(kept, '');
  for (const gold of golds) {
    const { actors, claims } = engine.analyse(gold.text);
    const placeOf = new Map(actors.map(({ id }, at) => [id, at]));
    const article: ReadArticle = {
      id: gold.id,
      outlet: text(gold['outlet']) || text(gold['publisher']) || hostOf(text(gold['url'])),
      published: text(gold['published']) || text(gold['date']),
      actors: actors.map(({ name, type, role }) => ({ name, type, role })),
      claims: claims.map(({ kind, actor }) => ({
        kind,
        speaker: actor === null ? null : (placeOf.get(actor) ?? null),
      })),
    };
    appendFileSync(kept, `${JSON.stringify(article)}\n`);
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : '');
