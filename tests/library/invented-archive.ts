import type { ActorType, Analysis, Claim, ClaimKind } from '../../lib/model/analysis';
import { type ActorId, asId, type ClaimId, type ClippingId } from '../../lib/model/ids';
import type { Kept } from '../../lib/model/kept';

const DAY_MS = 86_400_000;
const END = Date.UTC(2026, 10, 20, 9);

const FIRST =
  'Ana Mara Tomás Ines Per Ivo Nia Dragan Yusuf Leila Wen Bashir Katarzyna Søren Ottilie Rufus Pilar Anneliese Marek Ifeoma Jørgen Zdeňka Amadou Salma'.split(
    ' ',
  );
const MIDDLE = ['stein', 'vik', 'mar', 'dal', 'bor', 'hal', 'ken', 'sel', 'tor', 'wen'];
const ENDS = ['Ruiz', 'Olsen', 'Vidal', 'Okafor', 'Brand', 'Vučin', 'Haddad', 'Lindqvist', 'Achterberg', 'Moreau'];
const BODIES = ['Port Authority', 'Ministry of Works', 'Ferrymen’s Union', 'Quay Board', 'Water Council', 'Courier'];
const TOWNS = ['Sandvik', 'Lethany', 'Chelm', 'Northgate', 'Velibrod', 'Isenna', 'Karvonia', 'Quayside'];
const ROLES = [
  'harbour master',
  'mayor of Lethany',
  'spokeswoman of the Ministry of Works',
  'union leader',
  '',
  '',
  '',
];
const OUTLETS = [
  'The Sandvik Courier',
  'Northern Ledger',
  'The Meridian',
  'Lantern Weekly',
  'Transom',
  'صحيفة الميناء',
  'Der Hafenbote',
  'Quay & Chapel Gazette',
  'Old Harbour Mail',
  'Isenna Post',
  'The Evening Tide',
];
const WORDS =
  'the bridge is safe for now but nobody should plan on another winter repairs would cost about fourteen million and take until spring ferries run at night council was warned twice in writing rust water lock harbour money letter families vote'.split(
    ' ',
  );
const KINDS: readonly ClaimKind[] = ['direct', 'indirect', 'mixed', 'direct', 'indirect'];

/** The name that most articles of an invented archive name. */
export const STAR = 'Ana Ruiz';

/** A name that fits nowhere. */
const LONG =
  'International Standing Committee for the Navigation, Dredging and Lighting of the Lower Isenna and its Tributaries';

interface Invented {
  readonly name: string;
  readonly type: ActorType;
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The first of them are named in many articles, the last in few. */
function cast(size: number): readonly Invented[] {
  return Array.from({ length: size }, (_, at): Invented => {
    if (at === 0) return { name: STAR, type: 'person' };
    if (at === 10) return { name: LONG, type: 'organization' };
    const turn = Math.floor(at / 6);
    if (at % 6 === 4)
      return { name: `${TOWNS[turn % TOWNS.length]} ${BODIES[at % BODIES.length]} ${turn}`, type: 'organization' };
    if (at % 6 === 5)
      return {
        name: `${MIDDLE[turn % MIDDLE.length]?.replace(/^./, (c) => c.toUpperCase())} ${TOWNS[turn % TOWNS.length]}`,
        type: 'place',
      };
    const middle = MIDDLE[Math.floor(at / FIRST.length) % MIDDLE.length] ?? '';
    const end = ENDS[Math.floor(at / (FIRST.length * MIDDLE.length)) % ENDS.length] ?? '';
    const surname = at < FIRST.length * 2 ? (ENDS[at % ENDS.length] ?? '') : end + middle;
    return { name: `${FIRST[at % FIRST.length]} ${surname}`, type: 'person' };
  });
}

/** Invented clippings of four years in which some of `people` actors are named and speak; the star in every third. */
export function inventedArchive(count: number, people: number): readonly Kept[] {
  const random = randomFrom(7);
  const all = cast(people);
  const pick = <Value>(list: readonly Value[]): Value => {
    const one = list[Math.floor(random() * list.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  };
  return Array.from({ length: count }, (_, at): Kept => {
    const named = new Set<Invented>(at % 3 === 0 ? all.slice(0, 1) : []);
    for (let i = 0; i < 14; i += 1) {
      const one = all[Math.floor(random() ** 2.5 * all.length)];
      if (one && (people < 3 || one.name !== STAR)) named.add(one);
    }
    const when = Math.floor(END - ((count - at) / count) * 1460 * DAY_MS - random() * 20 * DAY_MS);
    return toKept(at, when, [...named], random, pick);
  });
}

function toKept(
  number: number,
  savedAt: number,
  named: readonly Invented[],
  random: () => number,
  pick: <Value>(list: readonly Value[]) => Value,
): Kept {
  const id = asId<ClippingId>(`a${number}`);
  let text = '';
  const speakers = named.filter(({ type }) => type !== 'place');
  const claims = Array.from({ length: 2 + Math.floor(random() * 6) }, (_, at): Claim => {
    const speaker = at === 0 ? (named[0] ?? pick(speakers)) : pick(speakers.length > 0 ? speakers : named);
    const start = text.length;
    const words = Array.from({ length: 8 + Math.floor(random() * 18) }, () => pick(WORDS)).join(' ');
    text += `“${words.replace(/^./, (c) => c.toUpperCase())},”`;
    const end = text.length;
    text += ` said ${speaker?.name ?? ''}.\n\n`;
    return {
      id: asId<ClaimId>(`c${at + 1}`),
      kind: pick(KINDS),
      source: [],
      cue: [],
      content: [{ start, end }],
      actor: asId<ActorId>(speaker?.name ?? ''),
      speaker: speaker?.name ?? '',
      stance: 'asserts',
      certainty: 0.3 + random() * 0.7,
      why: [],
    };
  });
  const analysis: Analysis = {
    engine: 'test',
    sentences: [],
    actors: named.map(({ name, type }) => ({
      id: asId<ActorId>(name),
      name,
      type,
      role: type === 'person' ? pick(ROLES) : '',
      mentions: [{ start: 0, end: 1, form: 'name' }],
    })),
    claims,
  };
  const url = `https://paper.example/archive/${number}`;
  const blocks = [...text.matchAll(/[^\n]+/g)].map(({ 0: words, index }) => ({
    kind: 'paragraph' as const,
    start: index,
    end: index + words.length,
  }));
  return {
    clipping: {
      id,
      meta: {
        url,
        canonicalUrl: url,
        title: `${pick(TOWNS)} hears of ${pick(WORDS)} and ${pick(WORDS)}, report ${number}`,
        byline: '',
        outlet: OUTLETS[Math.floor(random() ** 1.6 * OUTLETS.length)] ?? '',
        published: new Date(savedAt).toISOString(),
        modified: null,
        language: 'en',
      },
      urls: [url],
      textHash: `archive ${number}`,
      savedAt,
      updatedAt: savedAt,
      words: text.split(/\s+/).length,
      claims: claims.length,
      actors: named.length,
      trashedAt: 0,
    },
    text: { clippingId: id, text, blocks, analysis },
    notes: [],
    corrections: [],
  };
}
