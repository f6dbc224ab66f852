/**
 * Prints how many passages are found again, by kind of change: `npx tsx scripts/evaluate-anchoring.ts [SEED]`. Real edits and the
 * 16 kinds of made ones (40 articles, 4 passages each, by seed), with and without the stored text. Needs the shared data beside the
 * repository. Show mistakes: `... SEED KIND`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { anchorAll } from '../lib/anchoring/anchor';
import { describe } from '../lib/anchoring/describe';
import type { Span } from '../lib/model/span';

interface Marked extends Span {
  readonly expect: string;
  readonly newStart: number;
  readonly newEnd: number;
}
interface EditedText {
  readonly id: string;
  readonly old: string;
  readonly new: string;
  readonly spans: readonly Marked[];
}
type Verdict = 'correct' | 'wrong' | 'lost';
interface Scorer {
  readonly KINDS: readonly string[];
  mutate(text: string, kind: string, seed: string): Omit<EditedText, 'id'>;
  readonly judge: (span: Marked, answer: Span | null) => Verdict;
}

const SHARED = join(import.meta.dirname, '../../shared');
const [seed = '1', shownKind = ''] = process.argv.slice(2);

function readLines<T>(path: string): T[] {
  const lines = gunzipSync(readFileSync(join(SHARED, path)))
    .toString('utf8')
    .split('\n');
  return lines.filter(Boolean).map((line) => JSON.parse(line) as T);
}

/** Correct, wrong and lost passages, and milliseconds a passage (mean, and the slowest text's). */
function measure(name: string, texts: readonly EditedText[], judge: Scorer['judge'], withOld: boolean): void {
  const counts = { correct: 0, wrong: 0, lost: 0 };
  let [ms, slowest, spans] = [0, 0, 0];
  for (const text of texts) {
    const startedAt = performance.now();
    const selectors = text.spans.map((span) => describe(text.old, span));
    const answers = anchorAll(selectors, text.new, withOld ? text.old : undefined);
    const took = performance.now() - startedAt;
    ms += took;
    slowest = Math.max(slowest, took);
    for (const [i, span] of text.spans.entries()) {
      spans++;
      const answer = answers[i] ?? null;
      const verdict = judge(span, answer);
      counts[verdict]++;
      if (name === shownKind && verdict !== 'correct' && withOld) show(text, span, answer, verdict);
    }
  }
  const percent = (n: number) => ((100 * n) / spans).toFixed(1).padStart(6);
  const time = `${(ms / spans).toFixed(2).padStart(6)} ${slowest.toFixed(0).padStart(5)}`;
  console.log(`${name.padEnd(20)} ${percent(counts.correct)} ${percent(counts.wrong)} ${percent(counts.lost)} ${time}`);
}

function show(text: EditedText, span: Marked, answer: Span | null, verdict: Verdict): void {
  console.log({
    verdict,
    expect: span.expect,
    old:
      text.old.slice(Math.max(0, span.start - 60), span.start) +
      '[[' +
      text.old.slice(span.start, span.end) +
      ']]' +
      text.old.slice(span.end, span.end + 60),
    truth: text.new.slice(span.newStart, span.newEnd),
    answer: answer && text.new.slice(answer.start, answer.end),
  });
}

if (!existsSync(SHARED)) {
  console.error('the shared data is not beside the repository: nothing measured');
  process.exit(2);
}
const scorer = (await import(join(SHARED, 'score/mutate.mjs'))) as Scorer;
const edits = readLines<EditedText>('corpora/edits/pairs.jsonl.gz');
const articles = readLines<{ id: string; text: string }>('corpora/related-basil/docs.jsonl.gz')
  .filter(({ text }) => text.length >= 800 && text.length <= 20_000)
  .slice(0, 40);
for (const withOld of [true, false]) {
  console.log(withOld ? '\nwith the stored text' : '\nfrom quote and context alone');
  console.log('                     correct  wrong   lost     ms   max');
  measure('real edits', edits, scorer.judge, withOld);
  const all: EditedText[] = [];
  for (const kind of scorer.KINDS) {
    const made = articles.map(({ id, text }) => ({ id, ...scorer.mutate(text, kind, `${seed}:${id}`) }));
    measure(kind, made, scorer.judge, withOld);
    all.push(...made);
  }
  measure('all made edits', all, scorer.judge, withOld);
}
