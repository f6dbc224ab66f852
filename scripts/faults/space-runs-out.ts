import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askWorker, E2E_BUILD, type FaultBrowser, startBrowser } from './fault-browser';
import { draftOf } from './draft';
import { withProfile } from './profile';
import { judge, newSaves, type Outcome, readStored, save, type Saves } from './saves';

const MB = 1_000_000;

/** Saves after which it is given up to fill so little room: each takes some 100 KB. */
const MAX_SAVES = 400;

/** How long the browser goes by the quota it asked for before, in milliseconds. */
const QUOTA_KNOWN_MS = 31_000;

/** Saves until the quota is used up, over and over; each time the refusal must say so, and saving go on once there is room. */
export async function whenQuotaIsUsedUp(
  profile: string,
  address: string,
  faults: number,
  seed: number,
): Promise<Outcome> {
  return withProfile(async (folder) => {
    // The permission for unlimited storage lifts the quota; a browser without it meets the same refusal.
    const extension = join(folder, 'extension');
    withoutUnlimitedStorage(extension);
    const browser = await startBrowser(profile, address, extension);
    const saves = newSaves();
    const wrong: string[] = [];
    for (let i = 0; i < faults; i++) {
      wrong.push(
        ...(await fillAndGoOn(browser, saves, seed * 100_000 + i * 1000, (full) => limitQuota(browser, full))),
      );
    }
    const outcome = judge(faults, saves, await readStored(browser.own));
    await browser.hearsay.close();
    return { ...outcome, torn: [...outcome.torn, ...wrong] };
  });
}

/** The same with a disk of its own that is full. Needs the right to mount one. */
export async function whenDiskIsFull(
  _profile: string,
  address: string,
  faults: number,
  seed: number,
): Promise<Outcome> {
  return withProfile(async (disk) => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', disk]);
    const saves = newSaves();
    const wrong: string[] = [];
    try {
      const filler = join(disk, 'filler');
      const setFull = async (full: boolean) => {
        const { bavail, bsize } = statfsSync(disk);
        if (full) writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - 2 * MB)));
        else rmSync(filler, { force: true });
      };
      let browser = await startBrowser(join(disk, 'profile'), address);
      for (let i = 0; i < faults; i++) {
        const first = seed * 100_000 + i * 1000;
        wrong.push(...(await fillAndGoOn(browser, saves, first, setFull)));
        // Somebody else takes the last byte while saves are on their way; what they come to is seen by their answers.
        const saving = Array.from({ length: 12 }, (_, k) => save(browser, saves, first + 500 + k));
        await Promise.race(saving);
        const { bavail, bsize } = statfsSync(disk);
        fillWhole(filler, bavail * bsize);
        await Promise.all(saving);
        await setFull(false);
        if (!(await save(browser, saves, first + 600))) wrong.push('a save with room again was refused');
        // What was acknowledged while the disk was full must be there when the browser comes back, and comes back again.
        for (let start = 0; start < 2; start++) {
          await browser.hearsay.close();
          browser = await startBrowser(join(disk, 'profile'), address);
          if (!(await save(browser, saves, seed * 100_000 + i * 1000 + 900 + start)))
            wrong.push(`a save after start ${start + 1} was refused`);
        }
      }
      const outcome = judge(faults, saves, await readStored(browser.own));
      await browser.hearsay.close();
      return { ...outcome, torn: [...outcome.torn, ...wrong] };
    } finally {
      execFileSync('umount', ['-l', disk]);
    }
  });
}

/** Fills until the system takes no more. */
function fillWhole(file: string, bytes: number): void {
  try {
    writeFileSync(file, Buffer.alloc(bytes + 8 * MB));
  } catch {
    // There is no room for all of it: that is what was wanted.
  }
}

/** Saves some, takes the room away, saves until that is refused, gives the room back, saves again; gives what was wrong. */
async function fillAndGoOn(
  browser: FaultBrowser,
  saves: Saves,
  first: number,
  setFull: (full: boolean) => Promise<void>,
): Promise<string[]> {
  const wrong: string[] = [];
  let next = first;
  for (let i = 0; i < 3; i++) if (!(await save(browser, saves, next++))) wrong.push(`save ${next} refused with room`);
  await setFull(true);
  let refused = false;
  for (let i = 0; i < MAX_SAVES && !refused; i++) refused = !(await save(browser, saves, next++));
  if (!refused) wrong.push(`nothing was refused in ${MAX_SAVES} saves`);
  const answer = await askWorker(browser, 'keep', [draftOf(next++)]);
  if (answer?.ok) wrong.push('a save after the refused one was acknowledged');
  else if (answer?.reason !== 'storage-full') wrong.push(`refused as ${answer?.reason ?? 'nothing'}`);
  await setFull(false);
  if (!(await save(browser, saves, next))) wrong.push('a save with room again was refused');
  return wrong;
}

async function limitQuota({ own, hearsay }: FaultBrowser, full: boolean): Promise<void> {
  const session = await hearsay.context.newCDPSession(own);
  const origin = `chrome-extension://${hearsay.extensionId}`;
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
  // Less than is used, since the browser gives room back at times, when it rearranges its files.
  await session.send('Storage.overrideQuotaForOrigin', {
    origin,
    ...(full ? { quotaSize: Math.floor(usage / 2) } : {}),
  });
  // The browser asks for the room that is left every half a minute only.
  if (full) await own.waitForTimeout(QUOTA_KNOWN_MS);
  // The override ends with the session that set it.
  else await session.detach();
}

function withoutUnlimitedStorage(folder: string): void {
  cpSync(E2E_BUILD, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"unlimitedStorage",?/, ''));
}
