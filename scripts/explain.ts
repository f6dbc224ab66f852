/**
 * Shows how the engine comes to its answer: `npm run -s explain -- "sentence"` (or `-` for standard input) prints
 * tokens with tag and tree, quotations, names, and the claims with the reasons for each.
 */
import { readFileSync } from 'node:fs';
import { findNames, readNameModels } from '../lib/language/actors/find-names';
import { loadEngine } from '../lib/language/engine';
import { LISTS } from '../lib/language/learned/word-table';
import { type ReadWords, readWords } from '../lib/language/read-words';
import { type Segmented, segment } from '../lib/language/segment/segment';
import { RELATIONS } from '../lib/language/syntax/relations';
import { TAGS } from '../lib/language/tagging/tags';
import type { Span } from '../lib/model/span';
import { loadWordModels, readModelFile } from './word-models';

function listsOf(bits: number): string {
  return Object.entries(LISTS)
    .filter(([, bit]) => bits & bit)
    .map(([name]) => name)
    .join(' ');
}

function showSentence(
  segmented: Segmented,
  { tags, head, relation, forms }: ReadWords,
  names: readonly string[],
  s: number,
): void {
  const { first, afterLast } = segmented.sentences[s] ?? { first: 0, afterLast: 0 };
  console.log(`\nsentence ${s + 1}, paragraph ${(segmented.paragraphOf[first] ?? 0) + 1}`);
  for (let i = first; i < afterLast; i += 1) {
    const h = head[i] ?? -1;
    const quotation = segmented.quotationOf[i] ?? -1;
    const cells = [
      String(i).padStart(4),
      (segmented.words[i] ?? '').padEnd(16),
      (TAGS[tags[i] ?? 0] ?? '').padEnd(11),
      (RELATIONS[relation[i] ?? 0] ?? '').padEnd(14),
      (h < 0 ? '' : `${h} ${segmented.words[h]}`).padEnd(20),
      quotation < 0 ? '   ' : `“${quotation + 1} `,
      (names[i] ?? '').padEnd(15),
      listsOf(forms.lists[i] ?? 0),
    ];
    console.log(cells.join(' ').trimEnd());
  }
}

const argument = process.argv.slice(2).join(' ');
const text = argument === '-' ? readFileSync(0, 'utf8') : argument;
if (!text) {
  console.error('usage: npm run -s explain -- "sentence"');
  process.exit(2);
}
const segmented = segment(text);
const ground = readWords(segmented, loadWordModels());
const names: string[] = [];
for (const { first, last, type } of findNames(
  segmented,
  ground.forms,
  ground.tags,
  readNameModels(readModelFile('names.bin')),
)) {
  for (let i = first; i <= last; i += 1) names[i] = i === first ? type : '  …';
}
for (const s of segmented.sentences.keys()) showSentence(segmented, ground, names, s);

const engine = await loadEngine((name) => Promise.resolve(readModelFile(name)));
const { actors, claims } = engine.analyse(text);
const quote = (spans: readonly Span[]): string =>
  spans.map(({ start, end }) => text.slice(start, end)).join(' … ') || '–';
console.log('\nactors');
for (const { id, name, type, role, mentions } of actors) {
  console.log(`  ${id} ${name} (${type}${role ? `, ${role}` : ''}): ${quote(mentions)}`);
}
console.log('\nclaims');
for (const claim of claims) {
  console.log(
    `  ${claim.id} ${claim.kind}, ${claim.stance}, certainty ${claim.certainty.toFixed(2)}, speaker ${claim.speaker || '–'} ${claim.actor ?? ''}`,
  );
  console.log(
    `     source  ${quote(claim.source)}\n     cue     ${quote(claim.cue)}\n     content ${quote(claim.content)}`,
  );
  for (const { code, words } of claim.why) console.log(`     because ${code}${words ? `: ${words}` : ''}`);
}
