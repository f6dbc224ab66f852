/**
 * `npm run faults -- [NAME [COUNT [SEED]]]`: what can go wrong while articles are saved, in a real Chromium: each prints how
 * many faults were tried, how many saves were acknowledged, how many of those are lost, and what is there in part. Both
 * must be 0. The same seed gives the same run. Needs the build for tests (`npx wxt build --mode e2e`).
 */
import { whileBrowserDies } from './faults/browser-dies';
import { withProfile } from './faults/profile';
import type { Outcome } from './faults/saves';
import { serveArticles } from './faults/serve-articles';
import { whileWorkerStops } from './faults/worker-stops';

interface Fault {
  readonly what: string;
  readonly count: number;
  readonly run: (profile: string, address: string, count: number, seed: number) => Promise<Outcome>;
}

const FAULTS: Readonly<Record<string, Fault>> = {
  worker: { what: 'worker stopped', count: 200, run: whileWorkerStops },
  browser: { what: 'browser killed', count: 50, run: whileBrowserDies },
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

function report(what: string, { tried, acknowledged, lost, torn }: Outcome): void {
  console.log(
    `${what}: ${tried} faults tried, ${acknowledged} saves acknowledged, ${lost.length} lost, ${torn.length} partly there`,
  );
  for (const line of [...lost.map((each) => `  lost: ${each}`), ...torn.map((each) => `  partly there: ${each}`)])
    console.log(line);
  if (lost.length + torn.length > 0) process.exitCode = 1;
}
