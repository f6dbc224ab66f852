import type { CodeUse } from '../../lib/model/code';
import { asId, type ChangeId, type ClippingId, type NoteId } from '../../lib/model/ids';
import type { ArticleChange, VersionMark } from '../../lib/model/version';
import type { Note, NoteColour } from '../../lib/model/note';
import type { PageView, PlacedNote } from '../../lib/model/page-view';
import type { QuotedElsewhere } from '../../lib/model/related';
import type { LinkedRelated } from '../../components/port';
import { articleOf, type Said, SOME } from './article';

export interface Scene {
  readonly view: PageView | null;
  readonly related?: readonly LinkedRelated[];
  readonly codes?: readonly CodeUse[];
  readonly quoted?: readonly QuotedElsewhere[];
}

const QUOTED: readonly QuotedElsewhere[] = [
  {
    words: 'The swing bridge is safe for now, but nobody should cross it with more than 14 tonnes',
    there: [
      {
        clippingId: asId<ClippingId>('q1'),
        title: 'Inspectors return to the Lower Quay',
        outlet: 'Lantern Weekly',
        url: 'https://lantern.example/quay',
        published: '2026-09-28',
        speaker: 'Ada Olsen',
        isFirst: true,
        pieces: [
          { kind: 'cut', text: 'The swing bridge is safe for now, but ' },
          { kind: 'same', text: 'nobody should cross it with more than ' },
          { kind: 'cut', text: '14 ' },
          { kind: 'added', text: '40 ' },
          { kind: 'same', text: 'tonnes' },
        ],
      },
      {
        clippingId: asId<ClippingId>('q2'),
        title: 'Ferrymen call bridge plan “a day too late”',
        outlet: 'صحيفة الميناء',
        url: 'https://mina.example/bridge',
        published: '2026-10-02',
        speaker: '',
        isFirst: false,
        pieces: [
          {
            kind: 'same',
            text: 'The swing bridge is safe for now, but nobody should cross it with more than 14 tonnes',
          },
        ],
      },
    ],
  },
];

type ReadView = Extract<PageView, { state: 'read' }>;

const DAY = Date.UTC(2026, 10, 14, 9);

export function readView(said: readonly Said[], more: Partial<ReadView> = {}, title?: string): ReadView {
  const { article, analysis } = articleOf(said, title);
  return {
    state: 'read',
    article,
    analysis,
    verdicts: [],
    clipping: null,
    notes: [],
    changes: [],
    versions: [],
    layers: { claims: true, actors: false, notes: true },
    canPaint: true,
    notice: null,
    asked: null,
    ...more,
  };
}

export function note(
  id: string,
  colour: NoteColour,
  exact: string | null,
  body: string,
  tags: readonly string[],
): Note {
  const selectors = exact === null ? null : { exact, prefix: '', suffix: '', start: 0, end: exact.length };
  return {
    id: asId<NoteId>(id),
    clippingId: asId<ClippingId>('k1'),
    selectors,
    colour,
    body,
    tags,
    createdAt: DAY,
    updatedAt: DAY,
    revision: 1,
  };
}

const NOTES: readonly PlacedNote[] = [
  {
    note: note(
      'n1',
      'amber',
      '“We will not sign a blank cheque,”',
      'Compare with what she said **in March**: [minutes](https://council.example/minutes).\n\n- no sum named\n- no date either',
      ['money', 'ministry'],
    ),
    span: { start: 0, end: 10 },
  },
  {
    note: note('n2', 'blue', 'repairs would cost about 14 million', '', ['figures to check']),
    span: { start: 20, end: 30 },
  },
  { note: note('n3', 'grey', null, 'Good overview, weak on the ferry contract.', ['bridge']), span: null },
  {
    note: note('n4', 'rose', 'the ferry would run until midnight', 'This sentence was here yesterday.', []),
    span: null,
  },
];

const CHANGES: readonly ArticleChange[] = [
  {
    id: asId<ChangeId>('v1'),
    kind: 'number',
    how: 'changed',
    before: {
      start: 0,
      end: 2,
      lead: '… that repairs would cost about ',
      words: '14',
      tail: ' million crowns, the ministry said',
    },
    after: {
      start: 20,
      end: 22,
      lead: '… that repairs would cost about ',
      words: '17',
      tail: ' million crowns, the ministry said',
    },
  },
  {
    id: asId<ChangeId>('v2'),
    kind: 'quotation',
    how: 'changed',
    before: { start: 0, end: 9, lead: '“We will ', words: 'not sign', tail: ' a blank cheque,”' },
    after: { start: 30, end: 40, lead: '“We will ', words: 'never again sign', tail: ' a blank cheque,”' },
  },
  {
    id: asId<ChangeId>('v3'),
    kind: 'name',
    how: 'added',
    before: null,
    after: { start: 50, end: 60, lead: '', words: 'Ines Okafor', tail: ', who speaks for the port, …' },
  },
  {
    id: asId<ChangeId>('v4'),
    kind: 'number',
    how: 'removed',
    before: { start: 9, end: 12, lead: 'The ferry carried ', words: '300', tail: ' workers a day …' },
    after: null,
  },
];
const VERSIONS: readonly VersionMark[] = [
  { textHash: 'second', foundAt: DAY + 100_000_000 },
  { textHash: 'lost', foundAt: DAY + 200_000_000 },
];

const RELATED: readonly LinkedRelated[] = [
  {
    clippingId: asId<ClippingId>('k2'),
    title: 'Ferrymen call bridge plan “a day too late”',
    outlet: 'Northern Ledger',
    published: '2026-11-10',
    url: 'https://ledger.example/ferry',
    score: 0.8,
    reasons: [
      { kind: 'actors', words: ['Tomás Vidal', 'Sandvik Port Authority'] },
      {
        kind: 'quotation',
        here: '“a day too late and a boat too short”',
        there: '“a day too late and a boat too short”',
      },
    ],
  },
  {
    clippingId: asId<ClippingId>('k3'),
    title: 'What a swing bridge costs',
    outlet: 'The Sandvik Courier',
    published: '2026-06-02',
    url: 'https://courier.example/costs',
    score: 0.4,
    reasons: [{ kind: 'words', words: ['bridge', 'rust', 'repairs'] }],
  },
];

const clipping = {
  id: asId<ClippingId>('k1'),
  urls: [],
  textHash: 'kept',
  savedAt: DAY,
  updatedAt: DAY,
  words: 640,
  claims: 8,
  actors: 8,
  trashedAt: 0,
  meta: articleOf(SOME).article.meta,
};

const many: Said[] = Array.from({ length: 400 }, (_, at) => {
  const said = SOME[at % SOME.length] ?? SOME[0];
  if (!said) throw new Error('no claims to repeat');
  return [at % 7 === 0 ? `Witness ${at}` : said[0], said[1], said[2], said[3], said[4]];
});

const LONG =
  'Her Excellency Dr María-Fernanda Wilhelmina van der Hoogenbooms-Przybyszewska de la Concepción y Montenegro';

/** Invented pages by name: what the panel must look right on. */
export const SCENES: Record<string, () => Scene> = {
  some: () => ({ view: readView(SOME), related: RELATED }),
  saved: () => ({ view: readView(SOME, { clipping, notes: NOTES }), related: RELATED, quoted: QUOTED }),
  changed: () => ({ view: readView(SOME, { clipping, notes: NOTES, changes: CHANGES, versions: VERSIONS }) }),
  verdicts: () => ({
    view: readView(SOME, {
      verdicts: [
        { claim: asId('c1'), verdict: { kind: 'right' } },
        { claim: asId('c3'), verdict: { kind: 'wrong' } },
        { claim: asId('c4'), verdict: { kind: 'speaker', name: 'Ines Okafor' } },
      ],
    }),
  }),
  none: () => ({ view: readView([]) }),
  one: () => ({ view: readView(SOME.slice(0, 1)) }),
  many: () => ({ view: readView(many) }),
  long: () => ({
    view: readView(
      [
        [LONG, `“${'supercalifragilistic'.repeat(8)}”`, 'direct', 'said', 0.9],
        ['عمر الفاروق', '“هذا الجسر آمن في الوقت الحالي”', 'direct', 'قال', 0.9],
        ...SOME,
      ],
      {},
      'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft to be wound up, and other very long headlines that go on',
    ),
  }),
  german: () => ({ view: readView([], { notice: 'not-english', canPaint: false }) }),
  reading: () => ({ view: { state: 'reading' } }),
  'not-started': () => ({ view: null }),
  'no-article': () => ({ view: { state: 'not-read', reason: 'not-an-article', canReadAnyway: true, url: '' } }),
  pdf: () => ({ view: { state: 'not-read', reason: 'pdf', canReadAnyway: false, url: '' } }),
};
