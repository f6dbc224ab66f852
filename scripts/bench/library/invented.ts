/**
 * A library of invented articles for benchmarks: words of made-up syllables whose frequencies follow Zipf's law with the
 * heavy head of real text (about 290 distinct ones in 600), a few that hardly any other article has, and stories of
 * eight articles each that share words and names of their own. The same number gives the same article.
 */
import type { Actor, Analysis, Claim } from '../../../lib/model/analysis';
import type { Article } from '../../../lib/model/article';
import type { Clipping, ClippingText } from '../../../lib/model/clipping';
import { type ActorId, asId, type ClaimId, type ClippingId } from '../../../lib/model/ids';
import type { Description } from '../../../lib/search/description';

const CONSONANTS = 'bdfgklmnprtvz';
const VOWELS = 'aeiou';
const COMMON = 15_000;
const VOCABULARY = 400_000;
/** Above 1: the most frequent words are more frequent still. */
const HEAD = 1.5;
const WORDS = 600;
const ARTICLES_A_STORY = 8;
const STORY_WORDS = 25;
const STORY_NAMES = 6;
const SENTENCE = 18;
const CLAIMS = 5;
const DAY_MS = 86_400_000;
const NEWEST = Date.UTC(2026, 10, 1);
const OUTLETS = 40;

/** A generator of numbers from 0 to 1 (mulberry32), the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const known = new Map<number, string>();

/** The word of this rank; all end in a vowel, so that none has an ending to be taken off. */
export function wordOfRank(rank: number): string {
  let word = known.get(rank);
  if (word === undefined) {
    word = '';
    for (let rest = rank + 70; rest > 0; rest = Math.floor(rest / 65))
      word += (CONSONANTS[rest % 13] ?? '') + (VOWELS[Math.floor(rest / 13) % 5] ?? '');
    known.set(rank, word);
  }
  return word;
}

/** A rank by Zipf's law. */
function rankFrom(random: () => number): number {
  return Math.floor(COMMON ** (random() ** HEAD));
}

interface Invented {
  readonly words: readonly string[];
  /** Those of them that are names. */
  readonly names: ReadonlySet<string>;
}

function inventWords(number: number): Invented {
  const story = randomFrom(Math.floor(number / ARTICLES_A_STORY) * 2 + 1);
  const rare = (from: () => number) => wordOfRank(2000 + Math.floor(from() * (VOCABULARY - 2000)));
  const own = Array.from({ length: STORY_WORDS }, () => rare(story));
  const names = Array.from({ length: STORY_NAMES }, () => `${rare(story)}ka`);
  const random = randomFrom(number * 2 + 2);
  const one = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const words = Array.from({ length: WORDS }, () => {
    const kind = random();
    if (kind < 0.09) return one(own);
    if (kind < 0.12) return one(names);
    return kind < 0.13 ? rare(random) : wordOfRank(rankFrom(random));
  });
  return { words, names: new Set(names) };
}

/** The id of an article; the same shape as those of the browser. */
export function idOf(number: number): ClippingId {
  const random = randomFrom(number + 77);
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
  return asId(hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5'));
}

/** What the list shows of an article. */
export function inventClipping(number: number): Clipping {
  const random = randomFrom(number * 2 + 2);
  const url = `https://paper-${number % OUTLETS}.example/${number}`;
  const savedAt = NEWEST - number * 600_000;
  return {
    id: idOf(number),
    meta: {
      url,
      canonicalUrl: url,
      title: Array.from({ length: 8 }, () => wordOfRank(rankFrom(random))).join(' '),
      byline: '',
      outlet: `The ${wordOfRank(900 + (number % OUTLETS))}`,
      published: new Date(NEWEST - (number % 900) * DAY_MS).toISOString(),
      modified: null,
      language: 'en',
    },
    urls: [url],
    textHash: `hash-${number}`,
    savedAt,
    updatedAt: savedAt,
    words: WORDS,
    claims: CLAIMS,
    actors: STORY_NAMES,
    trashedAt: 0,
  };
}

/** What the index knows of an article; made directly, for describing 50,000 texts takes minutes. */
export function inventDescription(number: number): Description {
  const { words, names } = inventWords(number);
  const counts = new Map<string, number>();
  const opening = new Map<string, number>();
  for (const [i, word] of words.entries()) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    if (i < 85) opening.set(word, (opening.get(word) ?? 0) + 1);
  }
  const distinct = [...counts.keys()];
  return {
    clippingId: idOf(number),
    words: distinct,
    counts: [...counts.values()],
    opening: distinct.map((word) => opening.get(word) ?? 0),
    names: distinct.flatMap((word, i) => (names.has(word) ? [i] : [])),
    actors: [...names],
    speakers: [...names].slice(0, 2),
    kinds: ['direct'],
    outlet: `The ${wordOfRank(900 + (number % OUTLETS))}`,
    published: new Date(NEWEST - (number % 900) * DAY_MS).toISOString(),
    quotations: [{ text: words.slice(100, 112).join(' '), speaker: '' }],
  };
}

/** The article as a page would give it. */
export function inventArticle(number: number): { readonly article: Article; readonly analysis: Analysis } {
  const { words, names } = inventWords(number);
  const sentences: string[] = [];
  for (let at = 0; at < words.length; at += SENTENCE) {
    const sentence = words.slice(at, at + SENTENCE).map((word) => (names.has(word) ? capital(word) : word));
    sentences.push(`${capital(sentence.join(' '))}.`);
  }
  const { meta } = inventClipping(number);
  const text = sentences.join(' ');
  return { article: { meta, text, blocks: [] }, analysis: inventAnalysis(text, sentences, [...names]) };
}

/** The names as people, and the first sentences as claims of theirs. */
function inventAnalysis(text: string, sentences: readonly string[], names: readonly string[]): Analysis {
  const actors = names.map(capital).map((name, i): Actor => {
    const mentions = [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({
      start: index,
      end: index + name.length,
      form: 'name' as const,
    }));
    return { id: asId<ActorId>(`a${i}`), name, type: 'person', role: '', mentions };
  });
  const claims = sentences.slice(0, CLAIMS).map((sentence, i): Claim => {
    const start = text.indexOf(sentence);
    const { id: actor = null, name: speaker = '' } = actors[i % 2] ?? {};
    const content = [{ start, end: start + sentence.length }];
    const rest = { source: [], cue: [], stance: 'asserts', certainty: 0.9, why: [] } as const;
    return { id: asId<ClaimId>(`c${i}`), kind: 'indirect', content, actor, speaker, ...rest };
  });
  return { engine: 'bench', sentences: [], actors, claims };
}

/** The article's text as it is stored. */
export function inventText(number: number): ClippingText {
  const { article, analysis } = inventArticle(number);
  return { clippingId: idOf(number), text: article.text, blocks: article.blocks, analysis };
}

/** Queries of two words that stand together in some article. */
export function twoWordQueries(count: number, articles: number): string[] {
  const random = randomFrom(5);
  return Array.from({ length: count }, () => {
    const { words } = inventDescription(Math.floor(random() * articles));
    const common = new Set(Array.from({ length: 30 }, (_, rank) => wordOfRank(rank)));
    const telling = words.filter((word) => !common.has(word));
    const one = () => telling[Math.floor(random() * telling.length)] ?? '';
    return `${one()} ${one()}`;
  });
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
