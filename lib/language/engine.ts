/** Loads what the engine has learned and gives the one function that the rest of the program calls. */
import type { Analysis } from '../model/analysis';
import { readNameModels } from './actors/find-names';
import { analyse, type Models } from './analyse';
import type { AttributionModels } from './attribution/models';
import { readParts, readSequenceModel } from './learned/model-file';
import { startRowKernel } from './learned/row-kernel';
import type { SequenceModel } from './learned/sequence-model';
import { readWordTable } from './learned/word-table';
import type { Weights } from './learned/weights';
import { startKernel } from './net/kernel';
import { mixTransitions } from './net/mix';
import { Net } from './net/net';
import { readNetFile } from './net/net-file';
import { readParserModel } from './syntax/parse-sentences';

/** The language engine, ready to work. */
export interface Engine {
  /** Sentences, actors and claims of an English text. Same text, same answer; never throws. */
  analyse(text: string): Analysis;
}

/** Files in `public/models/`, where all but the largest lie packed by DEFLATE. */
const FILES = {
  words: 'words.bin',
  tagger: 'tagging.bin',
  parser: 'syntax.bin',
  names: 'names.bin',
  cue: 'claims-cue.bin',
  span: 'claims-span.bin',
  edges: 'claims-edges.bin',
  judge: 'claims-judge.bin',
  lexicon: 'claims-lexicon.bin',
  speakers: 'claims-speakers.bin',
  genders: 'given-names.bin',
  certainty: 'claims-certainty.bin',
  net: 'net.bin',
  kernel: 'net.wasm',
  sums: 'rows.wasm',
} as const;

/** Reads the model files by name. Rejects when one is missing or of another format. */
export async function loadEngine(readFile: ReadFile): Promise<Engine> {
  const models = await loadModels(readFile);
  return { analyse: (text) => analyse(text, models) };
}

/** All that the engine has learned, from its files. */
export async function loadModels(readFile: ReadFile): Promise<Models> {
  const [words, tagger, parser, names, attribution, ranker, genders, certainty, sums] = await Promise.all([
    readFile(FILES.words).then(readWordTable),
    readSequence(readFile, FILES.tagger),
    readFile(FILES.parser).then(readParserModel),
    readFile(FILES.names).then(readNameModels),
    loadAttribution(readFile),
    readTable(readFile, FILES.speakers),
    readTable(readFile, FILES.genders),
    readFile(FILES.certainty).then((bytes) => readParts(bytes).numbers),
    readFile(FILES.sums).then(startRowKernel),
  ]);
  const { moves, relationWeights } = parser;
  const { cue, span, edges, judge } = attribution;
  const ofSequences = [tagger, names, cue, span, judge].map(({ weights }) => weights);
  for (const weights of [...ofSequences, moves, relationWeights, edges, ranker]) weights.moveTo(sums);
  return { words: { words, tagger, parser }, names, attribution, speakers: { ranker, genders }, certainty };
}

/** What finds the claims of a text. */
export async function loadAttribution(readFile: ReadFile): Promise<AttributionModels> {
  const [cue, span, edges, judge, lexicon, net] = await Promise.all([
    readSequence(readFile, FILES.cue),
    readSequence(readFile, FILES.span),
    readTable(readFile, FILES.edges),
    readSequence(readFile, FILES.judge),
    readTable(readFile, FILES.lexicon),
    loadNet(readFile),
  ]);
  return { cue, span: mixTransitions(span, net), edges, judge, lexicon, net };
}

/** Gives the bytes of a file, unpacked. */
type ReadFile = (name: string) => Promise<Uint8Array>;

async function loadNet(readFile: ReadFile): Promise<Net> {
  const [file, kernel] = await Promise.all([readFile(FILES.net), readFile(FILES.kernel)]);
  return new Net(await startKernel(kernel), readNetFile(file));
}

async function readSequence(readFile: ReadFile, name: string): Promise<SequenceModel> {
  return readSequenceModel(await readFile(name));
}

async function readTable(readFile: ReadFile, name: string): Promise<Weights> {
  const table = readParts(await readFile(name)).tables[0];
  if (!table) throw new Error(`${name} holds no weights`);
  return table;
}
