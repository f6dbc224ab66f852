import { setTimeout as sleep } from 'node:timers/promises';
import { type FaultBrowser, killBrowser, startBrowser } from './fault-browser';
import { createRandom } from './random';
import { judge, newSaves, type Outcome, readStored, save } from './saves';

/** Saves asked for at once before the kill: some are acknowledged by then, one is in mid-write, the rest has not begun. */
const AT_ONCE = 6;

/** Longest time from the first acknowledgement to the kill, in milliseconds. */
const MAX_MORE_MS = 250;

/** Kills the browser so many times, each time at a random moment amid saves; afterwards it is started on what is left. */
export async function whileBrowserDies(
  profile: string,
  address: string,
  faults: number,
  seed: number,
): Promise<Outcome> {
  const random = createRandom(seed);
  const saves = newSaves();
  for (let i = 0; i < faults; i++) {
    const browser = await startBrowser(profile, address);
    // Every third one dies before anything was acknowledged.
    await killAmidSaves(browser, saves, {
      first: seed * 100_000 + i * AT_ONCE,
      waits: i % 3 !== 2,
      moreMs: random() * MAX_MORE_MS,
    });
  }
  const browser = await startBrowser(profile, address);
  const outcome = judge(faults, saves, await readStored(browser.own));
  await browser.hearsay.close();
  return outcome;
}

async function killAmidSaves(
  browser: FaultBrowser,
  saves: ReturnType<typeof newSaves>,
  { first, waits, moreMs }: { readonly first: number; readonly waits: boolean; readonly moreMs: number },
): Promise<void> {
  const saving = Array.from({ length: AT_ONCE }, (_, k) => save(browser, saves, first + k));
  const settled = Promise.allSettled(saving);
  if (waits) await Promise.any(saving.map(acknowledged)).catch(() => {});
  await sleep(moreMs);
  await killBrowser(browser);
  await settled;
}

async function acknowledged(saving: Promise<boolean>): Promise<void> {
  if (!(await saving)) throw new Error('not acknowledged');
}
