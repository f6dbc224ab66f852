import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askWorker, E2E_BUILD, type FaultBrowser, startBrowser } from './fault-browser';
import { draftOf } from './draft';
import { withProfile } from './profile';
import type { Stored } from './stored-in-page';
import { newSaves, type Outcome, readStored, save, type Saves } from './saves';

/** Articles in the library before it is damaged. */
const ARTICLES = 24;

/** Damage to the files as the browser left them that saved all: most lies in the log, and is in tables at the next start. */
const YOUNG = 'the log cut to half before the next start';

/** What can happen to the files of a database: each gets their folder. */
const DAMAGES: readonly (readonly [string, (folder: string) => void])[] = [
  [YOUNG, (folder) => each(folder, /\.log$/, cutToHalf)],
  ['the log cut to half', (folder) => each(folder, /\.log$/, cutToHalf)],
  ['the tables cut to half', (folder) => each(folder, /\.ldb$/, cutToHalf)],
  ['junk in the middle of the tables', (folder) => each(folder, /\.ldb$/, putJunk)],
  ['junk all over the list of files', (folder) => each(folder, /^MANIFEST/, (file) => writeFileSync(file, junk(400)))],
  ['the list of files cut to half', (folder) => each(folder, /^MANIFEST/, cutToHalf)],
  ['no pointer to the list of files', (folder) => each(folder, /^CURRENT$/, (file) => truncateSync(file, 0))],
  ['tables that are gone', (folder) => each(folder, /\.ldb$/, (file) => rmSync(file))],
  ['all files gone', (folder) => rmSync(folder, { recursive: true })],
];

/**
 * Damages the files of a library in every way there is, and starts the browser on them: either everything is still there,
 * or our pages say what is wrong and offer the way back, once; saving works again, at once or after beginning anew, and what is
 * there then is there after the next start too.
 */
export async function whenFilesAreDamaged(_profile: string, address: string, count: number): Promise<Outcome> {
  return withProfile(async (folder) => {
    const sound = join(folder, 'sound');
    const saves = newSaves();
    const first = await startBrowser(sound, address);
    for (let i = 0; i < ARTICLES; i++) await save(first, saves, i);
    await first.own.waitForTimeout(4_000);
    await first.hearsay.close();
    const young = join(folder, 'young');
    cpSync(sound, young, { recursive: true, filter: withoutLocks });
    // Opened once more, the browser has moved part of the log into tables.
    await (await startBrowser(sound, address)).hearsay.close();
    const silent: string[] = [];
    for (const [what, damage] of DAMAGES.slice(0, count)) {
      const profile = join(folder, 'damaged');
      cpSync(what === YOUNG ? young : sound, profile, { recursive: true, filter: withoutLocks });
      damage(databaseOf(profile));
      const browser = await startBrowser(profile, address, E2E_BUILD, 'options.html');
      const seen = await look(browser, saves);
      const before = await readStored(browser.own);
      await browser.hearsay.close();
      const again = await startBrowser(profile, address, E2E_BUILD, 'options.html');
      const gone = await goneSince(again, before);
      console.log(
        `  ${what}: ${seen.missing} of ${saves.articles.size + saves.notes.size} missing; ${seen.said || 'nothing said'}; saving ${seen.saves ? 'works' : 'does not work'}; after the next start ${gone} more missing`,
      );
      if (seen.missing > 0 && seen.said === '') silent.push(`${what}: ${seen.missing} missing and nothing said`);
      if (!seen.saves) silent.push(`${what}: nothing can be saved any more`);
      if (gone > 0) silent.push(`${what}: ${gone} more are gone after the next start`);
      if (await again.own.getByRole('alert').isVisible()) silent.push(`${what}: it is said again once understood`);
      await again.hearsay.close();
      rmSync(profile, { recursive: true, force: true });
    }
    const tried = Math.min(count, DAMAGES.length);
    return { tried, refused: '', acknowledged: saves.articles.size + saves.notes.size, lost: silent, torn: [] };
  });
}

interface Seen {
  readonly missing: number;
  /** What our page says of it. */
  readonly said: string;
  readonly saves: boolean;
}

async function look(browser: FaultBrowser, saves: Saves): Promise<Seen> {
  const { own } = browser;
  const stored = await readStored(own);
  const missing =
    [...saves.articles].filter(([id, digest]) => stored.articles[id] !== digest).length +
    [...saves.notes].filter(([id, body]) => stored.notes[id] !== body).length;
  if (missing > 0)
    await own
      .getByRole('alert')
      .waitFor({ timeout: 10_000 })
      .catch(() => {});
  const alert = await own.getByRole('alert').allInnerTexts();
  let said = alert.join(' ').replace(/\s+/g, ' ');
  // Rows that are gone in part are found by the check that the reader may ask for.
  if (missing > 0 && said === '' && !stored.check.ok) said = stored.check.reason;
  if (await own.getByRole('button', { name: 'Begin with an empty library' }).isVisible()) {
    await own.getByRole('button', { name: 'Begin with an empty library' }).click();
    await own.getByRole('alertdialog').getByRole('button', { name: 'Begin with an empty library' }).click();
    await own.getByRole('alert').waitFor({ state: 'detached' });
  }
  const understood = own.getByRole('button', { name: 'Understood' });
  if (await understood.isVisible()) {
    await understood.click();
    await own.getByRole('alert').waitFor({ state: 'detached' });
  }
  const answer = await askWorker(browser, 'keep', [draftOf(99_999)]);
  return { missing, said, saves: answer?.ok ?? false };
}

/** What was there, and is not after the browser was started again. */
async function goneSince({ own }: FaultBrowser, { articles, notes }: Stored): Promise<number> {
  const now = await readStored(own);
  return (
    Object.keys(articles).filter((id) => now.articles[id] !== articles[id]).length +
    Object.keys(notes).filter((id) => now.notes[id] !== notes[id]).length
  );
}

/** Who has a profile open is no part of it. */
function withoutLocks(path: string): boolean {
  return !path.includes('Singleton');
}

function databaseOf(profile: string): string {
  const folder = join(profile, 'Default', 'IndexedDB');
  const found = readdirSync(folder).find((name) => /^chrome-extension_.*\.leveldb$/.test(name));
  if (found === undefined) throw new Error('the browser has stored nothing');
  return join(folder, found);
}

function each(folder: string, names: RegExp, damage: (file: string) => void): void {
  for (const name of readdirSync(folder)) if (names.test(name)) damage(join(folder, name));
}

function cutToHalf(file: string): void {
  truncateSync(file, Math.floor(statSync(file).size / 2));
}

function putJunk(file: string): void {
  const bytes = readFileSync(file);
  junk(Math.floor(bytes.length / 3)).copy(bytes, Math.floor(bytes.length / 3));
  writeFileSync(file, bytes);
}

function junk(length: number): Buffer {
  return Buffer.alloc(length, 'not what was written ');
}
