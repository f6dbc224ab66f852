import type { Claim } from '../../../lib/model/analysis';
import { strToU8, unzipSync } from 'fflate';
import { FILE_FORMATS } from '../../../lib/exchange/file-formats';
import type { Code } from '../../../lib/model/code';
import type { Kept } from '../../../lib/model/kept';
import { asId } from '../../../lib/model/ids';
import type { Note } from '../../../lib/model/note';

const TEXT =
  'The port of Northgate stays closed 🚢.\n\n“The crews will not sail,” union leader Ana Ruiz said.\n\nThe ministry denied that talks had failed.';

function at(words: string) {
  const start = TEXT.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

function claim(id: string, kind: Claim['kind'], content: string, cue: string, source: string, speaker: string): Claim {
  return {
    id: asId(id),
    kind,
    content: [at(content)],
    cue: [at(cue)],
    source: [at(source)],
    actor: null,
    speaker,
    stance: 'asserts',
    certainty: 0.9,
    why: [],
  };
}

/** A kept article of this project's own invention, with two claims and what `change` sets. */
export function keptFixture(
  change: {
    notes?: readonly Partial<Note>[];
    meta?: Partial<Kept['clipping']['meta']>;
    corrections?: Kept['corrections'];
  } = {},
): Kept {
  const id = asId<Kept['clipping']['id']>('3f0c1a52-6a0e-4d4c-9d5e-0a1b2c3d4e5f');
  const url = 'https://ledger.example/news/harbour';
  const claims = [
    claim('c1', 'direct', '“The crews will not sail,”', 'said', 'union leader Ana Ruiz', 'Ana Ruiz'),
    claim('c2', 'indirect', 'that talks had failed', 'denied', 'The ministry', 'the ministry'),
  ];
  return {
    clipping: {
      id,
      meta: {
        url,
        canonicalUrl: url,
        title: 'Harbour strike enters third week',
        byline: 'By Marta Ortiz',
        outlet: 'The Northgate Ledger',
        published: '2026-03-09',
        modified: null,
        language: 'en',
        ...change.meta,
      },
      urls: [url],
      textHash: '',
      savedAt: Date.UTC(2026, 2, 10, 8),
      updatedAt: Date.UTC(2026, 2, 10, 8),
      words: 20,
      claims: claims.length,
      actors: 1,
      trashedAt: 0,
    },
    text: {
      clippingId: id,
      text: TEXT,
      blocks: TEXT.split('\n\n').map((p) => ({ kind: 'paragraph', ...at(p) })),
      analysis: { engine: 'test', sentences: [], actors: [], claims },
    },
    notes: (change.notes ?? [{}]).map((note, i) => ({
      id: asId(`00000000-0000-4000-8000-00000000000${i}`),
      clippingId: id,
      selectors: { exact: 'The crews will not sail', prefix: '“', suffix: ',”', ...at('The crews will not sail') },
      colour: 'amber',
      body: 'Check *this*.',
      tags: ['strike', 'pay talks'],
      createdAt: Date.UTC(2026, 2, 11),
      updatedAt: Date.UTC(2026, 2, 12),
      revision: 1,
      ...note,
    })),
    corrections: change.corrections ?? [],
  };
}

export const WORDS = {
  claims: 'Who said what',
  notes: 'Notes',
  article: 'Article',
  kinds: { direct: 'Quoted', mixed: 'Partly quoted', indirect: 'Reported' },
  unknownSpeaker: 'Unknown',
} as const;

/** The files of a REFI-QDA project of these articles, by their path in it. */
export function projectFiles(
  kept: readonly Kept[],
  codes: readonly Code[],
  coder = 'Coder 1',
  madeAt = Date.UTC(2026, 1, 1),
) {
  const writer = FILE_FORMATS.qdpx.write({ ...WORDS, title: '', language: 'en', coder, codes }, madeAt);
  writer.add(kept);
  const parts = writer.end().map((part) => (typeof part === 'string' ? strToU8(part) : part));
  return unzipSync(new Uint8Array(parts.flatMap((part) => [...part])));
}

/** The file under `../shared`, or null where the shared data is absent. */
export const SHARED = new URL('../../../../shared/', import.meta.url);
