/**
 * Writes the tokens of a corpus as the shipped segmenter cuts them, one JSON line a document.
 *   npx tsx training/dump-tokens.ts CORPUS.jsonl.gz > TOKENS.jsonl
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { segment } from '../lib/language/segment/segment';

for (const line of gunzipSync(readFileSync(process.argv[2] ?? ''))
  .toString('utf8')
  .split('\n')) {
  if (!line) continue;
  const { id, text } = JSON.parse(line) as { id: string; text: string };
  const seg = segment(text);
  const firsts = (ranges: readonly { first: number }[]) => ranges.map(({ first }) => first);
  const record = {
    id,
    words: seg.words,
    start: [...seg.tokens.start],
    end: [...seg.tokens.end],
    sentences: firsts(seg.sentences),
    paragraphs: firsts(seg.paragraphs),
    quotations: seg.quotations.map((q) => [q.first, q.last, q.depth, Number(q.closed)]),
  };
  process.stdout.write(`${JSON.stringify(record)}\n`);
}
