/** Reads the corpora that lie beside the repository. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Segmented, segmentTokens } from '../../lib/language/segment/segment';
import { tokenise } from '../../lib/language/segment/tokenise';

/** Folder of the corpora. */
export const CORPORA = resolve(import.meta.dirname, '../../../shared/corpora');

/** The text of a corpus file, unpacked. */
export function readCorpus(path: string): string {
  const bytes = readFileSync(join(CORPORA, path));
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** One object a line. */
export function readLines<Row>(path: string): Row[] {
  return readCorpus(path)
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as Row);
}

/** A treebank document: its text cut as the treebank cuts it, with gold tags and tree (head -1 for root, by token). */
export interface TreeDocument {
  readonly segmented: Segmented;
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly lemma: readonly string[];
  readonly head: Int32Array;
  readonly relation: readonly string[];
}

interface Sentence {
  words: string[][];
  /** Whether a space follows each word. */
  spaces: boolean[];
  paragraph: boolean;
}

function readSentence(block: string): Sentence {
  const sentence: Sentence = { words: [], spaces: [], paragraph: /^# newpar/m.test(block) };
  let joinedUntil = 0;
  let joinedSpace = true;
  for (const line of block.split('\n')) {
    const fields = line.split('\t');
    const id = fields[0] ?? '';
    if (/^\d+-\d+$/.test(id)) {
      joinedUntil = Number(id.split('-')[1]);
      joinedSpace = !(fields[9] ?? '').includes('SpaceAfter=No');
    } else if (/^\d+$/.test(id)) {
      sentence.words.push(fields);
      const n = Number(id);
      const space = !(fields[9] ?? '').includes('SpaceAfter=No');
      sentence.spaces.push(n < joinedUntil ? false : n === joinedUntil ? joinedSpace : space);
    }
  }
  return sentence;
}

function toDocument(sentences: readonly Sentence[]): TreeDocument {
  let text = '';
  const start: number[] = [];
  const end: number[] = [];
  const head: number[] = [];
  const words: string[][] = [];
  const breaks = { paragraphs: [] as number[], sentences: [] as number[] };
  for (const [s, sentence] of sentences.entries()) {
    const first = words.length;
    breaks.sentences.push(first);
    if (s === 0 || sentence.paragraph) {
      if (text) text = `${text.trimEnd()}\n\n`;
      breaks.paragraphs.push(first);
    }
    for (const [i, fields] of sentence.words.entries()) {
      start.push(text.length);
      text += fields[1] ?? '';
      end.push(text.length);
      if (sentence.spaces[i]) text += ' ';
      head.push(fields[6] === '0' ? -1 : first + Number(fields[6]) - 1);
      words.push(fields);
    }
  }
  const kinds = tokenKinds(text, start);
  const tokens = { start: Int32Array.from(start), end: Int32Array.from(end), kind: kinds };
  return {
    segmented: segmentTokens(text, tokens, breaks),
    upos: words.map((w) => w[3] ?? ''),
    xpos: words.map((w) => w[4] ?? ''),
    lemma: words.map((w) => w[2] ?? ''),
    head: Int32Array.from(head),
    relation: words.map((w) => w[7] ?? ''),
  };
}

/** Kinds of given tokens: those of our own tokens that hold their first character. */
function tokenKinds(text: string, start: readonly number[]): Uint8Array {
  const own = tokenise(text);
  let at = 0;
  return Uint8Array.from(start, (offset) => {
    while (at + 1 < own.start.length && (own.start[at + 1] ?? 0) <= offset) at += 1;
    return own.kind[at] ?? 1;
  });
}

/** Documents of a CoNLL-U file. */
export function readTreebank(path: string): TreeDocument[] {
  const documents: Sentence[][] = [];
  for (const block of readCorpus(path).split('\n\n')) {
    if (!block.trim()) continue;
    if (/^# newdoc/m.test(block) || documents.length === 0) documents.push([]);
    documents.at(-1)?.push(readSentence(block));
  }
  return documents.map(toDocument);
}
