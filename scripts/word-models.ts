/** The shipped models of words, tags and trees, for scripts. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readSequenceModel } from '../lib/language/learned/model-file';
import { readWordTable } from '../lib/language/learned/word-table';
import type { WordModels } from '../lib/language/read-words';
import { readParserModel } from '../lib/language/syntax/parse-sentences';

/** Folder of the model files. */
export const MODELS = resolve(import.meta.dirname, '../public/models');

/** The bytes of a model file, unpacked where it is; throws when it is missing. */
export function readModelFile(name: string): Uint8Array {
  const bytes = readFileSync(join(MODELS, name));
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

/** Reads words, tagger and parser. */
export function loadWordModels(): WordModels {
  return {
    words: readWordTable(readModelFile('words.bin')),
    tagger: readSequenceModel(readModelFile('tagging.bin')),
    parser: readParserModel(readModelFile('syntax.bin')),
  };
}
