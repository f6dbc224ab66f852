import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { evaluateIn } from './evaluate-in';
import { E2E_BUILD, type FaultBrowser, killBrowser, startBrowser } from './fault-browser';
import { withProfile } from './profile';
import type { Outcome } from './saves';
import type { Rows } from './old-version-in-page';

/** Articles in each old library. */
const ARTICLES = 1000;

/** Steps of the schema that were in use before the present one. */
const OLD_VERSIONS = [1, 2];

/**
 * Fills a database of each older schema, brings it up to date in a browser that is killed at several points of that, then
 * starts the shipped extension on it, and compares every row that readers and pages wrote, field by field.
 */
export async function whileMigrating(
  _profile: string,
  address: string,
  kills: number,
  _seed = 1,
  articles = ARTICLES,
): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (const version of OLD_VERSIONS)
    outcomes.push(
      await withProfile((folder) =>
        migrate(folder, address, { version, articles, kills: Math.ceil(kills / OLD_VERSIONS.length) }),
      ),
    );
  return {
    refused: '',
    tried: outcomes.reduce((sum, { tried }) => sum + tried, 0),
    acknowledged: outcomes.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
    lost: outcomes.flatMap(({ lost }) => lost),
    torn: outcomes.flatMap(({ torn }) => torn),
  };
}

interface Upgrade {
  readonly version: number;
  readonly articles: number;
  readonly kills: number;
}

async function migrate(folder: string, address: string, { version, articles, kills }: Upgrade): Promise<Outcome> {
  const profile = join(folder, 'profile');
  const extension = join(folder, 'extension');
  mkdirSync(profile);
  putEmptyExtension(extension);
  const first = await startBrowser(profile, address, extension);
  const before = await inPage<Rows>(first, `fillOld(${version}, ${articles})`);
  await first.hearsay.close();
  let usualMs = await timeOf(folder, address, profile, extension);
  let amid = 0;
  for (let i = 0; i < kills; i++) {
    const browser = await startBrowser(profile, address, extension);
    const upgrading = inPage<string>(browser, 'upgrade()').then(
      () => true,
      () => true,
    );
    const isOver = await Promise.race([upgrading, sleep(usualMs * ((i + 0.5) / kills), false)]);
    if (isOver) usualMs *= 0.7;
    else amid++;
    await killBrowser(browser);
    await upgrading;
  }
  rmSync(extension, { recursive: true });
  cpSync(E2E_BUILD, extension, { recursive: true });
  const browser = await startBrowser(profile, address, extension);
  const after = await inPage<Rows>(browser, 'readRows()');
  const check = await inPage<string[]>(browser, 'faults()');
  await browser.hearsay.close();
  console.log(
    `  schema ${version}: ${kills} kills, ${amid} of them amid the upgrade of ${Math.round(usualMs)} ms; ${Object.entries(
      after,
    )
      .map(([table, rows]) => `${Object.keys(rows).length} ${table}`)
      .join(', ')}`,
  );
  return {
    refused: '',
    tried: kills,
    acknowledged: Object.values(before).reduce((sum, rows) => sum + Object.keys(rows).length, 0),
    lost: Object.entries(before).flatMap(([table, rows]) =>
      Object.keys(rows)
        .filter((id) => after[table]?.[id] !== rows[id])
        .map((id) => `schema ${version}: ${table} ${id}`),
    ),
    torn: check.map((fault) => `schema ${version}: ${fault}`),
  };
}

/** How long the upgrade takes here when nothing disturbs it, on a copy of the profile. */
async function timeOf(folder: string, address: string, profile: string, extension: string): Promise<number> {
  const copy = join(folder, 'copy');
  cpSync(profile, copy, { recursive: true, filter: (path) => !/Singleton/.test(path) });
  const browser = await startBrowser(copy, address, extension);
  const begun = performance.now();
  await inPage<string>(browser, 'upgrade()');
  const ms = performance.now() - begun;
  await browser.hearsay.close();
  return ms;
}

/** An extension at the same address, so with the same database, that does nothing with it: the version before. */
function putEmptyExtension(folder: string): void {
  mkdirSync(folder);
  const manifest = {
    manifest_version: 3,
    name: 'Before',
    version: '0.0.1',
    background: { service_worker: 'worker.js' },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'worker.js'), 'onmessage = null;');
  writeFileSync(join(folder, 'options.html'), '<!doctype html><title>Before</title>');
  if (!readdirSync(E2E_BUILD).includes('manifest.json')) throw new Error(`${E2E_BUILD} is missing`);
}

function inPage<Value>({ own }: FaultBrowser, call: string): Promise<Value> {
  return evaluateIn<Value>(own, join(import.meta.dirname, 'old-version-in-page.ts'), call);
}
