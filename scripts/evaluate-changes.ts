/**
 * Prints how many seeded changes of quotations, numbers and names are told of, and how many unchanged articles raise a false alarm:
 * `npx tsx scripts/evaluate-changes.ts [SEED] [show]`. Seeded changes lie under other typography and inserted advertisements. Needs
 * the shared data beside the repository.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { compareEditions } from '../lib/anchoring/editions';

interface Scorer {
  readonly mutate: (text: string, kind: string, seed: string) => { readonly old: string; readonly new: string };
  readonly rng: (seed: string) => () => number;
}
/** One change that was made: [start, end) of the old text, and what stands there now. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly instead: string;
}

const SHARED = join(import.meta.dirname, '../../shared');
const [seed = '1', mode = ''] = process.argv.slice(2);
const UNCHANGED = ['none', 'whitespace', 'quotes', 'insert-ads', 'reorder', 'teaser-copy'];

/** Ways to change a fact; the patterns are not those of the code under test. */
const EDITS: Readonly<Record<string, (text: string, random: () => number) => Edit[]>> = {
  number: (text, random) =>
    pick([...text.matchAll(/(?<=[a-z] )\d{1,6}(?= [a-z])/g)], random).map((m) => replaced(m, String(Number(m[0]) + 7))),
  quotation: (text, random) =>
    pick([...text.matchAll(/(?<=“[^“”\n]{12,120} )[a-z]{4,}(?= [^“”\n]{3,120}”)/g)], random).map((m) =>
      replaced(m, 'never'),
    ),
  name: (text, random) =>
    pick([...text.matchAll(/(?<=[a-z] )\p{Lu}\p{Ll}{2,} \p{Lu}\p{Ll}{2,}(?= [a-z])/gu)], random).map((m) =>
      replaced(m, 'Ottoline Framm'),
    ),
  'quotation cut': (text, random) =>
    pick([...text.matchAll(/ ?“[^“”\n]{40,}”[^“”\n.]*\.?/g)], random)
      .slice(0, 1)
      .map((m) => replaced(m, '')),
};

function pick(matches: RegExpExecArray[], random: () => number): RegExpExecArray[] {
  return matches.filter(() => random() < 3 / Math.max(3, matches.length));
}

function replaced(match: RegExpExecArray, instead: string): Edit {
  return { start: match.index, end: match.index + match[0].length, instead };
}

function apply(text: string, edits: readonly Edit[]): string {
  return edits
    .toReversed()
    .reduce((out, { start, end, instead }) => out.slice(0, start) + instead + out.slice(end), text);
}

if (!existsSync(SHARED)) {
  console.error('the shared data is not beside the repository: nothing measured');
  process.exit(2);
}
const scorer = (await import(join(SHARED, 'score/mutate.mjs'))) as Scorer;
const articles = gunzipSync(readFileSync(join(SHARED, 'corpora/related-basil/docs.jsonl.gz')))
  .toString('utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as { id: string; text: string })
  .filter(({ text }) => text.length >= 800 && text.length <= 20_000)
  .slice(0, 100);

for (const [name, edit] of Object.entries(EDITS)) {
  let [made, told] = [0, 0];
  for (const { id, text } of articles) {
    const { old } = scorer.mutate(text, 'none', `${seed}:${id}`);
    const curly = old.replace(/(^|[\s(])"/g, '$1“').replaceAll('"', '”');
    const edits = edit(curly, scorer.rng(`${seed}:${id}:${name}`));
    const dressed = ['insert-ads', 'whitespace', 'quotes'].reduce(
      (now, kind) => scorer.mutate(now, kind, `${seed}:${id}`).new,
      apply(curly, edits),
    );
    const changes = compareEditions(curly, dressed);
    for (const { start, end, instead } of edits) {
      made++;
      const isTold = changes.some(({ before }) => before !== null && before.start < end && before.end > start);
      told += isTold ? 1 : 0;
      if (!isTold && mode === 'show')
        console.log({
          name,
          passage: curly.slice(start - 80, start) + '[[' + curly.slice(start, end) + ']]' + curly.slice(end, end + 80),
          instead,
        });
    }
  }
  console.log(`${name.padEnd(20)} told of ${told} of ${made}: ${((100 * told) / made).toFixed(1)} %`);
}
let [alarms, pairs, ms] = [0, 0, 0];
for (const kind of UNCHANGED) {
  let own = 0;
  for (const { id, text } of articles) {
    const { old, new: next } = scorer.mutate(text, kind, `${seed}:${id}`);
    const startedAt = performance.now();
    const changes = compareEditions(old, next);
    ms += performance.now() - startedAt;
    own += changes.length > 0 ? 1 : 0;
    if (changes.length > 0 && mode === 'show')
      console.log(
        kind,
        changes.map((c) => [c.how, c.kind, c.before?.words, c.after?.words]),
      );
  }
  alarms += own;
  pairs += articles.length;
  console.log(`unchanged, ${kind.padEnd(15)} false alarms ${own} of ${articles.length}`);
}
console.log(
  `false alarms ${alarms} of ${pairs}: ${((100 * alarms) / pairs).toFixed(2)} %; ${(ms / pairs).toFixed(1)} ms a pair`,
);
