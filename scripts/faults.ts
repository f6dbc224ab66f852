/**
 * `npm run faults -- [NAME [COUNT [SEED]]]`: what can go wrong while articles are saved, in a real Chromium: each prints how
 * many faults were tried, how many saves were acknowledged, how many of those are lost, and what is there in part. Both
 * must be 0. The same seed gives the same run. Needs the build for tests (`npx wxt build --mode e2e`).
 */
import { whileBrowserDies } from './faults/browser-dies';
import { whenFilesAreDamaged } from './faults/damage';
import { whenUsedLong } from './faults/long-use';
import { whileMigrating } from './faults/migration';
import { whenVersionsMeet } from './faults/open-pages';
import { withProfile } from './faults/profile';
import type { Outcome } from './faults/saves';
import { serveArticles } from './faults/serve-articles';
import { whenDiskIsFull, whenQuotaIsUsedUp } from './faults/space-runs-out';
import { whileWorkerStops } from './faults/worker-stops';

interface Fault {
  readonly what: string;
  readonly count: number;
  readonly run: (profile: string, address: string, count: number, seed: number) => Promise<Outcome>;
}

const FAULTS: Readonly<Record<string, Fault>> = {
  worker: { what: 'worker stopped', count: 200, run: whileWorkerStops },
  browser: { what: 'browser killed', count: 50, run: whileBrowserDies },
  quota: { what: 'quota used up', count: 3, run: whenQuotaIsUsedUp },
  disk: { what: 'disk full', count: 3, run: whenDiskIsFull },
  migration: { what: 'browser killed amid an upgrade', count: 8, run: whileMigrating },
  versions: { what: 'versions that meet', count: 3, run: whenVersionsMeet },
  damage: { what: 'files damaged', count: 9, run: whenFilesAreDamaged },
  long: { what: 'long use', count: 2000, run: whenUsedLong },
};

const [wanted, count, seed = '1'] = process.argv.slice(2);
for (const [name, fault] of Object.entries(FAULTS)) {
  if (wanted !== undefined && wanted !== name) continue;
  const site = await serveArticles();
  const outcome = await withProfile((profile) =>
    fault.run(profile, site.address(0), Number(count ?? fault.count), Number(seed)),
  );
  await site.close();
  report(fault.what, outcome);
}
if (wanted !== undefined && !FAULTS[wanted]) {
  console.error(`no fault ${wanted}; there are ${Object.keys(FAULTS).join(', ')}`);
  process.exitCode = 2;
}

function report(what: string, { tried, acknowledged, refused, lost, torn }: Outcome): void {
  console.log(
    `${what}: ${tried} faults tried, ${acknowledged} saves acknowledged, ${lost.length} lost, ${torn.length} partly there`,
  );
  if (refused) console.log(`  other saves: ${refused}`);
  for (const line of [...lost.map((each) => `  lost: ${each}`), ...torn.map((each) => `  partly there: ${each}`)])
    console.log(line);
  if (lost.length + torn.length > 0) process.exitCode = 1;
}
