/** Nothing is lost, in short; `npm run faults` tries the same, and more of it, many more times. */
import { whileBrowserDies } from '../../../scripts/faults/browser-dies';
import { whileMigrating } from '../../../scripts/faults/migration';
import { withProfile } from '../../../scripts/faults/profile';
import type { Outcome } from '../../../scripts/faults/saves';
import { serveArticles } from '../../../scripts/faults/serve-articles';
import { whenQuotaIsUsedUp } from '../../../scripts/faults/space-runs-out';
import { whileWorkerStops } from '../../../scripts/faults/worker-stops';
import { expect, test } from '../fixtures';

type Run = (profile: string, address: string, faults: number, seed: number) => Promise<Outcome>;

const FAULTS: readonly (readonly [string, Run, number])[] = [
  ['the worker is stopped amid saves', whileWorkerStops, 10],
  ['the browser is killed amid saves', whileBrowserDies, 2],
  ['the quota is used up', whenQuotaIsUsedUp, 1],
  [
    'the browser is killed amid an upgrade',
    (profile, address, kills) => whileMigrating(profile, address, kills, 1, 200),
    2,
  ],
];

for (const [what, run, faults] of FAULTS)
  test(`THREATS: nothing that was acknowledged is lost, and nothing is there in part, when ${what}`, async () => {
    const site = await serveArticles();
    try {
      const outcome = await withProfile((profile) => run(profile, site.address(0), faults, 7));
      expect(outcome).toMatchObject({ tried: faults, lost: [], torn: [] });
      expect(outcome.acknowledged).toBeGreaterThan(0);
    } finally {
      await site.close();
    }
  });
