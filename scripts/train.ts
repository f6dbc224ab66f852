/**
 * Trains what the engine has learned: `npm run train [-- STEP...] [-- --without CORPUS]...`. Without a step all run, in
 * order; each reads what those before it wrote to `public/models/`. The same corpora give the same files. Scores on
 * the development halves stand in the head of each file and in `public/models/scores.json`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type About, readParts, readSequenceModel, writeParts } from '../lib/language/learned/model-file';
import { readNameModels } from '../lib/language/actors/find-names';
import type { AttributionModels } from '../lib/language/attribution/models';
import type { Weights } from '../lib/language/learned/weights';
import { readWordTable } from '../lib/language/learned/word-table';
import { MODELS, loadWordModels, readModelFile } from './word-models';

/** Larger files lie as they are: a worker that was stopped waits longer for their unpacking than for their bytes. */
const PACKED_TO = 1_000_000;

function write(name: string, bytes: Uint8Array): void {
  const packed = bytes.length > PACKED_TO ? bytes : gzipSync(bytes, { level: 9 });
  mkdirSync(MODELS, { recursive: true });
  writeFileSync(join(MODELS, name), packed);
  console.error(`${name}: ${packed.length} bytes`);
}

/** Keeps the scores of a file beside it, where people look for them. */
function keepScores({ step, corpora, scores }: About): void {
  const path = join(MODELS, 'scores.json');
  let all: Record<string, unknown> = {};
  try {
    all = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  } catch {
    console.error('scores.json begins anew');
  }
  const name = step.replace(/-\d+$/, '');
  const sorted = Object.entries({ ...all, [name]: { step, corpora, scores } }).toSorted(([a], [b]) =>
    a.localeCompare(b),
  );
  writeFileSync(path, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}

type Step = (without: ReadonlySet<string>) => Promise<void>;

async function trainOne(name: string, make: () => Promise<Uint8Array>): Promise<void> {
  const bytes = await make();
  write(`${name}.bin`, bytes);
  keepScores(readParts(bytes).about);
}

const treebanks = (without: ReadonlySet<string>): string[] =>
  ['ewt', 'gum'].filter((name) => !without.has(name) && !without.has('ud'));

const STEPS: Readonly<Record<string, Step>> = {
  words: async () => {
    const { makeWords } = await import('./train/words');
    write('words.bin', makeWords());
  },
  genders: async () => {
    const { makeGenders } = await import('./train/actors/genders');
    const about = { step: 'given-names-1', corpora: [], scores: {} };
    write('given-names.bin', writeParts({ labels: [], numbers: [], tables: [makeGenders()] }, about));
  },
  tagging: (without) =>
    trainOne('tagging', async () => {
      const { makeTagging } = await import('./train/tagging');
      return makeTagging(treebanks(without), readWordTable(readModelFile('words.bin')));
    }),
  syntax: (without) =>
    trainOne('syntax', async () => {
      const { makeSyntax } = await import('./train/syntax');
      const tagger = readSequenceModel(readModelFile('tagging.bin'));
      return makeSyntax(treebanks(without), readWordTable(readModelFile('words.bin')), tagger);
    }),
  names: (without) =>
    trainOne('names', async () => {
      const { makeNames } = await import('./train/names');
      return makeNames(without, loadWordModels());
    }),
  claims: async (without) => {
    const { makeClaims } = await import('./train/claims');
    const files = makeClaims(without, loadWordModels(), readNameModels(readModelFile('names.bin')));
    for (const [name, bytes] of Object.entries(files)) write(name, bytes);
  },
  speakers: async (without) => {
    const { findWith, makeSpeakers, readWith } = await import('./train/speakers');
    const read = readWith(loadWordModels(), readNameModels(readModelFile('names.bin')));
    const findClaims = findWith(await loadAttributionModels());
    write('claims-speakers.bin', makeSpeakers(without, read, findClaims, readGenders()));
  },
  pronouns: async () => {
    const { findWith, heldOutPronouns, readWith } = await import('./train/speakers');
    const read = readWith(loadWordModels(), readNameModels(readModelFile('names.bin')));
    const value = await heldOutPronouns(read, findWith(await loadAttributionModels()), readGenders());
    keepScores({
      step: 'pronouns-1',
      corpora: ['gum-news', 'parcorfull-news'],
      scores: { 'news pronouns, held out': value },
    });
  },
  certainty: async () => {
    const { makeCertainty, plainCertainty } = await import('./train/certainty');
    write('claims-certainty.bin', plainCertainty());
    const { loadModels } = await import('../lib/language/engine');
    write(
      'claims-certainty.bin',
      await makeCertainty(await loadModels((name) => Promise.resolve(readModelFile(name)))),
    );
  },
};

async function loadAttributionModels(): Promise<AttributionModels> {
  const { loadAttribution } = await import('../lib/language/engine');
  return loadAttribution((name) => Promise.resolve(readModelFile(name)));
}

function readGenders(): Weights {
  const table = readParts(readModelFile('given-names.bin')).tables[0];
  if (!table) throw new Error('given-names.bin holds no names');
  return table;
}

/**
 * These run only when asked for by name: `words` and `genders` need packages that are not installed by default (see
 * their files), `pronouns` trains only to measure.
 */
const BY_NAME_ONLY = new Set(['words', 'genders', 'pronouns']);

const asked: string[] = [];
const without = new Set<string>();
for (let i = 2; i < process.argv.length; i += 1) {
  const argument = process.argv[i] ?? '';
  if (argument === '--without') without.add(process.argv[(i += 1)] ?? '');
  else asked.push(argument);
}
const unknown = asked.filter((name) => !STEPS[name]);
if (unknown.length > 0) {
  console.error(`unknown step ${unknown.join(', ')}; steps: ${Object.keys(STEPS).join(', ')}`);
  process.exit(2);
}
for (const [name, step] of Object.entries(STEPS)) {
  if (asked.length > 0 ? !asked.includes(name) : BY_NAME_ONLY.has(name)) continue;
  console.error(`training ${name}`);
  await step(without);
}
