/**
 * Reads what a page says about its article in JSON-LD (https://schema.org/Article). The text is repaired where publishers
 * break it in ways that leave the meaning clear: raw control characters within strings, comment or CDATA wrappers, trailing commas.
 */
import { decodeEntities } from './html-entities';

/** Empty strings where the page does not say. */
export interface ArticleJsonLd {
  readonly headline: string;
  /** Names, in order, without duplicates. */
  readonly authors: readonly string[];
  readonly published: string;
  readonly modified: string;
  readonly publisher: string;
  readonly body: string;
  readonly type: string;
}

const ARTICLE_TYPE =
  /^(?:\w*Article|Report|BlogPosting|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting|Review|Recipe|OpinionNewsArticle|ClaimReview)$/;

/** Nested deeper than this, JSON-LD is not read: no honest page needs it. */
const MAX_DEPTH = 20;

type JsonObject = { readonly [key: string]: unknown };

/** The first article among the JSON-LD `scripts` (their texts), or null. */
export function findArticleJsonLd(scripts: readonly string[]): ArticleJsonLd | null {
  const objects = scripts.flatMap((script) => objectsIn(parseJsonLd(script), 0));
  const articles = objects.filter((object) => typesOf(object).some((type) => ARTICLE_TYPE.test(type)));
  const best = articles.find((article) => text(article['datePublished'])) ?? articles[0];
  if (!best) return null;
  const site = objects.find((object) => typesOf(object).includes('WebSite'));
  return {
    headline: text(best['headline']) || text(best['name']),
    authors: namesOf(best['author'], objects).filter((name, i, all) => all.indexOf(name) === i),
    published: text(best['datePublished']) || text(best['dateCreated']),
    modified: text(best['dateModified']),
    publisher: namesOf(best['publisher'], objects)[0] ?? text(site?.['name']),
    body: text(best['articleBody']),
    type: typesOf(best)[0] ?? '',
  };
}

/** The value of a JSON-LD script, null where it is beyond repair. */
export function parseJsonLd(source: string): unknown {
  const bare = source
    .trim()
    .replace(/^(?:\/\/\s*)?(?:<!--|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\]\]>)\s*;?$/, '')
    .trimEnd()
    .replace(/\/\/$/, '');
  for (const candidate of [bare, escapeControls(bare), dropTrailingCommas(escapeControls(bare))]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // The next repair is tried; after the last there is no value.
    }
  }
  return null;
}

/** Raw control characters within strings become spaces, outside they do no harm. */
function escapeControls(source: string): string {
  // eslint-disable-next-line no-control-regex -- these characters are what is looked for
  return source.replace(/[\u0000-\u001f]+/g, ' ').replace(/;\s*$/, '');
}

function dropTrailingCommas(source: string): string {
  return source.replace(/,(\s*[}\]])/g, '$1');
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** All objects within `value`, outer ones first. */
function objectsIn(value: unknown, depth: number): JsonObject[] {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((item) => objectsIn(item, depth + 1));
  if (!isObject(value)) return [];
  const inner = ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'itemListElement', 'item'];
  return [value, ...inner.flatMap((key) => objectsIn(value[key], depth + 1))];
}

function typesOf(object: JsonObject): string[] {
  const type = object['@type'];
  const all: unknown[] = Array.isArray(type) ? type : [type];
  return all.filter((t) => typeof t === 'string').map((t) => t.replace(/^.*[/:#]/, ''));
}

function text(value: unknown): string {
  if (Array.isArray(value)) return text(value[0]);
  if (isObject(value)) return text(value['@value']);
  return typeof value === 'string' ? decodeEntities(value).replace(/\s+/g, ' ').trim() : '';
}

/** Names of people or bodies given as a string, an object, a reference by @id, or a list of these. */
function namesOf(value: unknown, objects: readonly JsonObject[]): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => namesOf(item, objects));
  if (!isObject(value)) return [text(value)].filter(Boolean);
  const name = value['name'];
  if (name !== undefined) return (Array.isArray(name) ? name : [name]).map(text).filter(Boolean);
  const id = value['@id'];
  const meant = typeof id === 'string' ? objects.find((o) => o['@id'] === id && o['name'] !== undefined) : undefined;
  return meant ? [text(meant['name'])].filter(Boolean) : [];
}
