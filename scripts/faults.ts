/**
 * `npm run faults -- [ROUNDS]`: saves articles in a real Chromium while its worker is stopped, then while the whole browser
 * is killed, at random moments (the same ones each time). Afterwards everything is counted: what was acknowledged must
 * be there, and every article whole or wholly absent.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from './faults/random';
import { killBrowser, readArticle, type Saver, saveArticle, startSaver, storedKeys } from './faults/saving';
import { serveArticles } from './faults/serve-articles';

interface Outcome {
  readonly tried: number;
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly torn: readonly string[];
}

const rounds = Number(process.argv[2] ?? 200);
const kills = Math.max(1, Math.round(rounds / 4));
const site = await serveArticles();
const outcomes = [
  ['worker stopped', await whileWorkerStops(rounds)],
  ['browser killed', await whileBrowserDies(kills)],
] as const;
await site.close();
for (const [what, { tried, acknowledged, lost, torn }] of outcomes)
  console.log(
    `${what}: ${tried} faults tried, ${acknowledged} saves acknowledged, ${lost.length} lost, ${torn.length} not whole`,
  );
process.exitCode = outcomes.some(([, { lost, torn }]) => lost.length + torn.length > 0) ? 1 : 0;

/** Stops the worker so many times, each time a random moment after a save was asked for. */
async function whileWorkerStops(faults: number): Promise<Outcome> {
  return withProfile(async (profile) => {
    const random = createRandom(1);
    const saver = await startSaver(profile);
    const session = await saver.hearsay.context.newCDPSession(saver.own);
    await session.send('ServiceWorker.enable');
    const acknowledged: string[] = [];
    for (let i = 0; i < faults; i++) {
      if (!(await readArticle(saver, site.address(i)))) continue;
      const saving = saveArticle(saver);
      await sleep(random() * 40);
      await session.send('ServiceWorker.stopAllWorkers');
      const id = await Promise.race([saving, sleep(5_000, null)]);
      if (id !== null) acknowledged.push(id);
    }
    const outcome = await judge(saver, faults, acknowledged);
    await saver.hearsay.close();
    return outcome;
  });
}

/** Kills the browser so many times, each time a random moment after a save was asked for. */
async function whileBrowserDies(faults: number): Promise<Outcome> {
  return withProfile(async (profile) => {
    const random = createRandom(2);
    const acknowledged: string[] = [];
    for (let i = 0; i < faults; i++) {
      const saver = await startSaver(profile);
      if (await readArticle(saver, site.address(i))) {
        const saving = saveArticle(saver).catch(() => null);
        await Promise.race([saving, sleep(random() * 60)]);
        const id = await Promise.race([saving, sleep(0, null)]);
        if (id !== null) acknowledged.push(id);
      }
      killBrowser(profile);
      await saver.hearsay.close().catch(() => {});
    }
    const saver = await startSaver(profile);
    const outcome = await judge(saver, faults, acknowledged);
    await saver.hearsay.close();
    return outcome;
  });
}

/** Counts what is stored: an article must have its text, its description and its place in the index, or nothing of it. */
async function judge({ own }: Saver, tried: number, acknowledged: readonly string[]): Promise<Outcome> {
  const stored = await storedKeys(own);
  const sets = Object.entries(stored).filter(([table]) => ['clippings', 'texts', 'descriptions'].includes(table));
  const all = new Set(sets.flatMap(([, keys]) => keys));
  return {
    tried,
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((id) => !stored['clippings']?.includes(id)),
    torn: [...all].filter((id) => sets.some(([, keys]) => !keys.includes(id))),
  };
}

async function withProfile<Value>(work: (profile: string) => Promise<Value>): Promise<Value> {
  const profile = mkdtempSync(join(tmpdir(), 'hearsay-faults-'));
  try {
    return await work(profile);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
