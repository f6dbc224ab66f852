/**
 * Prints how many articles that did not change are told to have changed, when other boxes (advertisements, related articles,
 * newsletters, teasers, captions) stand in their pages at the second visit: `npx tsx scripts/evaluate-unchanged.ts [PAGES] [show]`.
 * Reads the saved core pages twice in a real Chromium with the reader that ships. Needs the shared data beside the repository.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareEditions } from '../lib/anchoring/editions';
import { bundleForPage } from './predict/bundle';
import { evaluateIsolated, launchChromium, openSavedPage, readSavedPage } from './predict/saved-page';

interface SavedPage {
  readonly id: string;
  readonly file: string;
  readonly set: string;
  readonly url?: string | null;
}

const PAGES = join(import.meta.dirname, '../../shared/pages');
const [wanted = '50', mode = ''] = process.argv.slice(2);
if (!existsSync(PAGES)) {
  console.error('the shared data is not beside the repository: nothing measured');
  process.exit(2);
}
const core = readFileSync(join(PAGES, 'index.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as SavedPage)
  .filter(({ set }) => set === 'core');
const reader = await bundleForPage(join(import.meta.dirname, 'evaluate/page-with-clutter.ts'));
const browser = await launchChromium();

/** The article of a saved page as it is read when boxes of this seed stand in it. */
async function readOnce(saved: SavedPage, seed: number): Promise<string> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const html = readSavedPage(join(PAGES, saved.file));
    const page = await openSavedPage(context, html, saved.url ?? `https://${saved.id.toLowerCase()}.example/page`);
    return String(await evaluateIsolated(page, `${reader};readWithClutter(${seed})`));
  } finally {
    await context.close();
  }
}

const totals = { pairs: 0, alarms: 0, sameText: 0, unread: 0, ms: 0 };
for (const [index, saved] of core.entries()) {
  if (totals.pairs >= Number(wanted)) break;
  const first = await readOnce(saved, 2 * index + 1);
  const second = await readOnce(saved, 2 * index + 2);
  if (first === '' || second === '') {
    totals.unread++;
    continue;
  }
  const startedAt = performance.now();
  const changes = compareEditions(first, second);
  totals.ms += performance.now() - startedAt;
  totals.pairs++;
  totals.sameText += first === second ? 1 : 0;
  totals.alarms += changes.length > 0 ? 1 : 0;
  if (changes.length > 0 && mode === 'show')
    console.log(
      saved.id,
      JSON.stringify(
        changes.map(({ kind, how, before, after }) => ({ kind, how, before, after })),
        null,
        1,
      ),
    );
}
await browser.close();
console.log(
  `false alarms ${totals.alarms} of ${totals.pairs} pages read twice (${totals.sameText} with the very same text, ` +
    `${totals.unread} not read as articles); ${(totals.ms / Math.max(1, totals.pairs)).toFixed(1)} ms a pair`,
);
