import { asId, type ClippingId, type CorrectionId, type NoteId } from '../../lib/model/ids';
import type { Code } from '../../lib/model/code';
import { CODE_COLOURS } from '../../lib/model/code-colours';
import type { Kept } from '../../lib/model/kept';
import type { Note, NoteColour } from '../../lib/model/note';
import { describe } from '../../lib/anchoring/describe';
import { describeActors } from '../../lib/search/actors/appearances';
import { describeClipping } from '../../lib/store/index/describe-clipping';
import { toRow } from '../../lib/store/index/description-row';
import { articleOf, SOME } from '../panel/article';

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 10, 20, 9);

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
];
const TITLES = [
  'Council votes to close the old swing bridge before winter',
  'Ferrymen call bridge plan “a day too late”',
  'What a swing bridge costs, and who has been told: the papers of a committee that met eleven times and wrote down four of them',
  'Ministry of Works will not sign',
  'رئيس الميناء: الجسر آمن في الوقت الحالي',
  'A buyer for the land beside the lock',
  'Inspectors return to the Lower Quay',
];
const TAGS = ['bridge', 'money', 'to check', 'ministry', 'ferry contract', 'the lock'];
const COLOURS: readonly NoteColour[] = ['amber', 'green', 'blue', 'rose', 'grey'];

/** Invented clippings with text, claims, notes and corrections; the last one is the newest. */
export function inventedLibrary(count: number): readonly Kept[] {
  return Array.from({ length: count }, (_, i) => inventedClipping(i, START - (count - i) * 7 * 3_600_000));
}

function inventedClipping(i: number, savedAt: number): Kept {
  const id = asId<ClippingId>(`k${i}`);
  const said = SOME.slice(0, 1 + ((i * 5 + 7) % SOME.length));
  const { article, analysis } = articleOf(said, TITLES[i % TITLES.length]);
  const url = `https://paper.example/${i}`;
  const meta = {
    ...article.meta,
    url,
    canonicalUrl: url,
    outlet: OUTLETS[(i * i + (i >> 2)) % OUTLETS.length] ?? '',
    published: new Date(savedAt - ((i * 11) % 900) * DAY_MS).toISOString(),
  };
  // No two are the same article.
  const text = `${article.text}\n\nThis was report ${i} of the harbour desk.`;
  const blocks = [...text.matchAll(/[^\n]+/g)].map(({ 0: words, index }) => ({
    kind: 'paragraph' as const,
    start: index,
    end: index + words.length,
  }));
  return {
    clipping: {
      id,
      meta,
      urls: [url],
      textHash: `hash ${i}`,
      savedAt,
      updatedAt: savedAt,
      words: text.split(/\s+/).length,
      claims: analysis.claims.length,
      actors: analysis.actors.length,
      trashedAt: 0,
    },
    text: { clippingId: id, text, blocks, analysis },
    notes: i % 3 === 1 ? [] : notesOn(id, text, i, savedAt),
    corrections:
      i % 5 === 0
        ? [
            {
              id: asId<CorrectionId>(`v${i}`),
              clippingId: id,
              content: describe(text, analysis.claims[0]?.content[0] ?? { start: 0, end: 1 }),
              verdict: { kind: 'right' },
              createdAt: savedAt,
            },
          ]
        : [],
  };
}

function notesOn(clippingId: ClippingId, text: string, i: number, at: number): readonly Note[] {
  const passages = ['swing bridge is safe for now', 'told reporters', null];
  return passages.slice(0, 1 + (i % 3)).map((exact, n) => {
    const start = exact === null ? -1 : text.indexOf(exact);
    return {
      id: asId<NoteId>(`n${i}-${n}`),
      clippingId,
      selectors: exact === null || start < 0 ? null : describe(text, { start, end: start + exact.length }),
      colour: COLOURS[(i + n) % COLOURS.length] ?? 'amber',
      body: n === 1 ? '' : 'Compare with what she said **in March**.',
      tags: TAGS.slice((i + n) % TAGS.length, ((i + n) % TAGS.length) + 1 + (i % 3)),
      createdAt: at,
      updatedAt: at,
      revision: 1,
    };
  });
}

/** The rows of the database for these clippings, by table; `revision` is one that no other row has, nor any of the next. */
export function rowsOf(library: readonly Kept[], revision = 1) {
  const actors = library.map(describeActors);
  return {
    appearances: actors.map(({ appearances }, at) => ({ ...appearances, revision: revision + at })),
    spoken: actors.map(({ spoken }) => spoken),
    clippings: library.map(({ clipping }) => clipping),
    texts: library.map(({ text }) => text),
    descriptions: library.map(({ clipping, text }) => toRow(describeClipping(clipping, text))),
    indexLog: library.map(({ clipping }) => ({ clippingId: clipping.id, change: 'added' as const })),
    notes: library.flatMap(({ notes }) => notes),
    corrections: library.flatMap(({ corrections }) => corrections),
  };
}

/** Puts rows into the database of the page this runs in; handed to a browser, so it uses nothing from outside itself. */
export async function putRows(rows: Readonly<Record<string, readonly unknown[]>>): Promise<void> {
  const opened = indexedDB.open('hearsay');
  await new Promise((resolve, reject) => {
    opened.addEventListener('success', resolve);
    opened.addEventListener('error', reject);
  });
  const database = opened.result;
  const transaction = database.transaction(Object.keys(rows), 'readwrite');
  for (const [table, all] of Object.entries(rows)) for (const row of all) transaction.objectStore(table).put(row);
  await new Promise((resolve, reject) => {
    transaction.addEventListener('complete', resolve);
    transaction.addEventListener('error', reject);
  });
  database.close();
}

const CODE_NAMES = [
  'bridge',
  'money',
  'ministry',
  'Responsibility for the upkeep of harbour structures',
  'promises',
  'الميناء',
  'who pays',
];

/** Invented codes, some below others, one name as long as a name can be; the first ones define tags of the notes. */
export function inventedCodes(count: number): readonly Code[] {
  const name = (i: number) => `${CODE_NAMES[i % CODE_NAMES.length]}${i < CODE_NAMES.length ? '' : ` ${i}`}`;
  return Array.from({ length: count }, (_, i) => ({
    name: name(i),
    definition: i % 4 === 3 ? '' : 'What is said about it by those who answer for it; not what others guess.',
    example: i % 3 === 0 ? '“The swing bridge is safe for now,”' : '',
    parent: i % 5 > 2 ? name(i - (i % 5)) : null,
    colour: CODE_COLOURS[(i * 5 + 7) % CODE_COLOURS.length] ?? CODE_COLOURS[0],
    key: i < 9 ? String(i + 1) : '',
  }));
}
