/** The shipped models of words, tags and trees, for scripts. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readSequenceModel } from '../lib/language/learned/model-file';
import { readWordTable } from '../lib/language/learned/word-table';
import type { WordModels } from '../lib/language/read-words';
import { readParserModel } from '../lib/language/syntax/parse-sentences';

/** Folder of the model files. */
export const MODELS = resolve(import.meta.dirname, '../public/models');

/** The bytes of a model file; throws when it is missing. */
export function readModelFile(name: string): Uint8Array {
  return readFileSync(join(MODELS, name));
}

/** Reads words, tagger and parser. */
export function loadWordModels(): WordModels {
  return {
    words: readWordTable(readModelFile('words.bin')),
    tagger: readSequenceModel(readModelFile('tagging.bin')),
    parser: readParserModel(readModelFile('syntax.bin')),
  };
}
