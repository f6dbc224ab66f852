/**
 * The one door for measuring: `npm run -s predict -- KIND INPUT.jsonl[.gz] > OUT.jsonl`, one line in, one line out,
 * by the same code that ships. Each KIND lies in `scripts/predict/KIND.ts`. `article` reads in Chromium, with
 * `--browser firefox` in Firefox.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';

/** What may be said beside the input. */
export interface PredictOptions {
  readonly browser: 'chromium' | 'firefox';
}

/** Turns the lines of the input into answers, streaming. `inputPath` lets a kind find files named in a line. */
export type Predict = (
  lines: AsyncIterable<unknown>,
  inputPath: string,
  options: PredictOptions,
) => AsyncIterable<unknown>;

const KINDS: Record<string, () => Promise<{ predict: Predict }>> = {
  anchor: () => import('./predict/anchor'),
  article: () => import('./predict/article'),
  claims: () => import('./predict/claims'),
  related: () => import('./predict/related'),
};

async function* readJsonLines(path: string): AsyncGenerator {
  const file = createReadStream(path);
  const input = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim()) yield JSON.parse(line);
  }
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { browser: { type: 'string', default: 'chromium' } },
});
const [kind = '', inputPath = ''] = positionals;
const load = KINDS[kind];
const { browser } = values;
if (!load || !inputPath || (browser !== 'chromium' && browser !== 'firefox')) {
  console.error(
    `usage: npm run -s predict -- KIND INPUT.jsonl[.gz] [--browser chromium|firefox]\nKIND: ${Object.keys(KINDS).join(', ')}`,
  );
  process.exit(2);
}
const { predict } = await load();
for await (const answer of predict(readJsonLines(inputPath), inputPath, { browser })) {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
