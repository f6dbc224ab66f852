import { setTimeout as sleep } from 'node:timers/promises';
import { startBrowser, workerStopper } from './fault-browser';
import { createRandom } from './random';
import { judge, newSaves, type Outcome, readStored, save } from './saves';

/** A save that was cut off is not waited for any longer, in milliseconds. */
const GIVE_UP_MS = 10_000;

/** The index is packed and merged when nothing was asked for three seconds: now and then that is what is cut off. */
const PAUSE_EVERY = 40;
const PAUSE_MS = 3_050;

/** Stops the worker so many times, each time a random moment after a save was asked for. */
export async function whileWorkerStops(
  profile: string,
  address: string,
  faults: number,
  seed: number,
): Promise<Outcome> {
  const random = createRandom(seed);
  const saves = newSaves();
  const browser = await startBrowser(profile, address);
  const stopWorker = await workerStopper(browser);
  // As long as about half of the saves are acknowledged before the stop.
  let waitMs = 600;
  for (let i = 0; i < faults; i++) {
    const saving = save(browser, saves, seed * 100_000 + i).catch(() => false);
    if (i % PAUSE_EVERY === PAUSE_EVERY - 1) await saving.then(() => sleep(PAUSE_MS + random() * 300));
    else await Promise.race([saving, sleep(random() * waitMs)]);
    await stopWorker();
    const isDone = await Promise.race([saving, sleep(GIVE_UP_MS, false)]);
    waitMs *= isDone ? 0.95 : 1.1;
  }
  const outcome = judge(faults, saves, await readStored(browser.own));
  await browser.hearsay.close();
  return outcome;
}
