import type { Page } from '@playwright/test';
import { askWorker, E2E_BUILD, startBrowser } from './fault-browser';
import { draftOf } from './draft';
import { judge, newSaves, type Outcome, readStored, save } from './saves';

/** A version that is still to come, as IndexedDB counts them. */
const NEWER = 990;

/** A version that was, whose page does not listen. */
const OLDER = 10;

/** How long a newer version may have to wait for older pages, in milliseconds. */
const MAX_WAIT_MS = 1_000;

/**
 * A newer version takes over while pages of this one are open; this version is started on the newer data; an older page
 * stands in the way of this version. Nothing may be lost, written over or silent.
 */
export async function whenVersionsMeet(
  profile: string,
  address: string,
  _count: number,
  seed: number,
): Promise<Outcome> {
  const wrong: string[] = [];
  const saves = newSaves();
  const browser = await startBrowser(profile, address, E2E_BUILD, 'options.html');
  for (let i = 0; i < 6; i++) await save(browser, saves, seed * 1000 + i);
  const stored = await readStored(browser.own);
  const sound = judge(0, saves, stored);
  const before = Object.keys(stored.articles).length;
  const other = await browser.hearsay.context.newPage();
  await other.goto(`chrome-extension://${browser.hearsay.extensionId}/library.html`);
  await other.getByText('leaves late again').first().waitFor();
  const newPage = await browser.hearsay.context.newPage();
  await newPage.goto(`chrome-extension://${browser.hearsay.extensionId}/manifest.json`);

  const waited = await openRaw(newPage, NEWER);
  if (waited > MAX_WAIT_MS) wrong.push(`the newer version waited ${Math.round(waited)} ms`);
  for (const page of [browser.own, other]) await says(page, /updated while this page was open/, wrong);
  const refused = await askWorker(browser, 'keep', [draftOf(50_000)]);
  if (refused?.ok !== false || refused.reason !== 'newer-data')
    wrong.push(`the worker answered ${JSON.stringify(refused)}`);
  await browser.hearsay.close();

  const again = await startBrowser(profile, address, E2E_BUILD, 'options.html');
  await says(again.own, /newer version of Hearsay/, wrong);
  const answer = await askWorker(again, 'keep', [draftOf(50_001)]);
  if (answer?.reason !== 'newer-data') wrong.push(`after the step back the worker answered ${JSON.stringify(answer)}`);
  const left = await rawCounts(again.own);
  if (left.version !== NEWER || left.clippings !== before)
    wrong.push(`newer data was touched: ${JSON.stringify(left)}`);

  await holdOlder(again.own);
  const page = await again.hearsay.context.newPage();
  await page.goto(`chrome-extension://${again.hearsay.extensionId}/options.html`);
  await says(page, /Close its other pages/, wrong);
  await again.own.close();
  // What it says next is that the library is another one, which here it is.
  await page
    .getByText(/Close its other pages/)
    .waitFor({ state: 'detached', timeout: 20_000 })
    .catch(() => wrong.push('the notice stayed'));
  await again.hearsay.close();
  return { ...sound, tried: 3, torn: [...sound.torn, ...wrong] };
}

async function says(page: Page, words: RegExp, wrong: string[]): Promise<void> {
  await page
    .getByRole('alert')
    .filter({ hasText: words })
    .waitFor({ timeout: 20_000 })
    .catch(() => wrong.push(`${page.url()} does not say ${words.source}`));
}

/** Opens the database as another version would; gives how long that took in milliseconds. */
function openRaw(page: Page, version: number): Promise<number> {
  return page.evaluate(async (wanted) => {
    const begun = performance.now();
    const opening = indexedDB.open('hearsay', wanted);
    await new Promise((done) => opening.addEventListener('success', done));
    opening.result.close();
    return performance.now() - begun;
  }, version);
}

function rawCounts(page: Page): Promise<{ readonly version: number; readonly clippings: number }> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('hearsay');
    await new Promise((done) => opening.addEventListener('success', done));
    const counting = opening.result.transaction('clippings').objectStore('clippings').count();
    await new Promise((done) => counting.addEventListener('success', done));
    const { version } = opening.result;
    opening.result.close();
    return { version, clippings: counting.result };
  });
}

/** Puts an older database in the place of the present one and keeps it open, deaf to whoever wants it closed. */
async function holdOlder(page: Page): Promise<void> {
  await page.evaluate(async (version) => {
    const deleting = indexedDB.deleteDatabase('hearsay');
    await new Promise((done) => deleting.addEventListener('success', done));
    const opening = indexedDB.open('hearsay', version);
    await new Promise((done) => opening.addEventListener('success', done));
    Reflect.set(globalThis, 'held', opening.result);
  }, OLDER);
}
