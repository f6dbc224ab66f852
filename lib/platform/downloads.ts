import { browser } from 'wxt/browser';
import { fail, ok, type Result } from '../model/result';

const PERMISSION = { permissions: ['downloads' as const] };

/** How often it is looked whether a file has arrived, and how long it may take, in milliseconds. */
const LOOK_MS = 250;
const MAX_WAIT_MS = 120_000;

/** Why a file did not get into the downloads folder. */
export type SaveFailure = 'not-allowed' | 'interrupted';

/** A file of ours in the downloads folder. */
export interface SavedFile {
  readonly id: number;
  /** Without its folder. */
  readonly name: string;
}

/** Whether files may be put into the downloads folder without a click. */
export function maySave(): Promise<boolean> {
  return browser.permissions.contains(PERMISSION);
}

/** Asks the reader for that. Nothing may be awaited between the click and this call. Gives what holds afterwards. */
export function askToSave(): Promise<boolean> {
  // Browsers reject, too, where they will not even ask.
  return browser.permissions.request(PERMISSION).catch(() => false);
}

/** Gives the permission back. */
export async function stopSaving(): Promise<void> {
  await browser.permissions.remove(PERMISSION).catch(() => false);
}

/** Puts a file into a folder of ours below the downloads folder, and waits until it is there whole. */
export async function saveFile(name: string, file: Blob): Promise<Result<null, SaveFailure>> {
  if (!(await maySave())) return fail('not-allowed');
  const url = URL.createObjectURL(file);
  try {
    const id = await browser.downloads.download({
      url,
      filename: `${FOLDER}/${name}`,
      saveAs: false,
      conflictAction: 'uniquify',
    });
    return await arrival(id);
  } catch {
    // The folder cannot be written, or the browser asks for every download and the reader said no.
    return fail('interrupted');
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Our own files in that folder whose names fit, newest first; only such as this extension has put there. */
export async function savedFiles(pattern: RegExp): Promise<readonly SavedFile[]> {
  const found = await browser.downloads.search({ query: [FOLDER], orderBy: ['-startTime'], limit: 0 });
  return found.flatMap(({ id, filename, byExtensionId, state, exists }) => {
    const name = filename.split(/[\\/]/).at(-1) ?? '';
    const isOurs = byExtensionId === browser.runtime.id && state === 'complete' && exists;
    return isOurs && pattern.test(name) ? [{ id, name }] : [];
  });
}

/** Deletes one of `savedFiles` and forgets it; one that is gone already is no failure. */
export async function deleteSaved({ id }: SavedFile): Promise<void> {
  await browser.downloads.removeFile(id).catch(() => {});
  await browser.downloads.erase({ id }).catch(() => {});
}

/** Below the downloads folder. */
const FOLDER = 'Hearsay';

async function arrival(id: number): Promise<Result<null, SaveFailure>> {
  for (let waited = 0; waited < MAX_WAIT_MS; waited += LOOK_MS) {
    const [item] = await browser.downloads.search({ id });
    if (item?.state === 'complete') return ok(null);
    if (!item || item.state === 'interrupted') return fail('interrupted');
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return fail('interrupted');
}
