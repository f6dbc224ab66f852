import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { inventedArchive, STAR } from '../../tests/library/invented-archive';
import { putRows, rowsOf } from '../../tests/library/invented';
import { findChromium } from '../start/find-browser.mjs';
import { type HearsayBrowser, launchHearsay } from '../start/hearsay-browser';
import { median, type Report } from './report';

const ARTICLES = 5_000;
const PEOPLE = 8_000;
const ROUNDS = 5;

/** Articles handed to the browser at once. */
const BATCH = 250;

/** The browser's profile, filled once: filling takes longer than everything else. */
const PROFILE = resolve('.cache/bench-actors');

/**
 * The list of actors and the page of the one who is in every third of 5,000 invented clippings, in Chromium and the
 * built extension (`wxt build --mode e2e`), from the click to the next frame that shows it, out of the reading list
 * and by reloading the page there; against reading the same actor's claims out of the stored texts.
 */
export async function bench(): Promise<Report> {
  const browser = await launchFilled();
  const page = await browser.context.newPage();
  await page.addInitScript(noteWhenShown, '.actor-claim');
  const address = `chrome-extension://${browser.extensionId}/library.html`;
  const star = `#actors/person:${STAR.toLowerCase()}`;
  const list: number[] = [];
  const one: number[] = [];
  const direct: number[] = [];
  const cold: number[] = [];
  const longest: number[] = [];
  const peer: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await openArticles(page, address);
    const since = await page.evaluate(() => performance.now());
    list.push(await page.evaluate(timeShown, { go: '#actors', shows: '.known-row' }));
    one.push(await page.evaluate(timeShown, { go: star, shows: '.actor-claim' }));
    longest.push(await page.evaluate(longestTask, since));
    peer.push(await page.evaluate(timeFromTexts, STAR));
    await openArticles(page, address);
    direct.push(await page.evaluate(timeShown, { go: star, shows: '.actor-claim' }));
    await page.reload();
    const shown = await page.waitForFunction(() => performance.getEntriesByName('shown')[0]?.startTime);
    cold.push((await shown.jsonValue()) ?? 0);
  }
  const claims = await claimsShown(page);
  await browser.close();
  return {
    what: `${ARTICLES} clippings, ${PEOPLE} actors; ${STAR} says ${claims} things`,
    rows: [
      { name: 'the list of actors', times: list },
      { name: 'from there the page of one', times: one },
      { name: 'her page out of the reading list', times: direct },
      { name: 'her page, loaded at its address', times: cold },
      { name: 'longest task meanwhile', times: longest },
      { name: 'her claims out of the texts', times: peer },
    ],
    peer: 'reading the stored texts',
    ratio: median(peer) / median(one),
    notes: [`limit: 200 ms to open; the list ${median(list).toFixed(0)} ms, the page ${median(one).toFixed(0)} ms`],
  };
}

/**
 * The browser with the invented library in it: the profile of an earlier run where that holds the same rows. A run that
 * was stopped while it filled the profile is gone on with.
 */
async function launchFilled(): Promise<HearsayBrowser> {
  const all = inventedArchive(ARTICLES, PEOPLE);
  const sample = JSON.stringify(rowsOf(all.slice(-3)));
  const print = createHash('sha1').update(`${ARTICLES} ${PEOPLE} ${sample}`).digest('hex');
  const mark = join(PROFILE, 'filled-with');
  const [before = '', filled = '0'] = existsSync(mark) ? readFileSync(mark, 'utf8').split(' ') : [];
  if (before !== print) rmSync(PROFILE, { recursive: true, force: true });
  mkdirSync(PROFILE, { recursive: true });
  const browser = await launchHearsay({
    executablePath: findChromium() ?? '/usr/bin/chromium',
    extension: resolve('.output/chrome-mv3-e2e'),
    headless: true,
    profile: PROFILE,
  });
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/library.html`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  // A page that follows the store would read all of it again after every batch.
  await page.goto(`chrome-extension://${browser.extensionId}/options.html`);
  for (let at = before === print ? Number(filled) : 0; at < all.length; at += BATCH) {
    await page.evaluate(putRows, rowsOf(all.slice(at, at + BATCH), at + 1));
    writeFileSync(mark, `${print} ${at + BATCH}`);
  }
  await page.close();
  return browser;
}

async function openArticles(page: Page, address: string): Promise<void> {
  await page.goto(`${address}#articles`);
  await page.reload();
  await page.locator('[data-row]').first().waitFor();
  // The names of the facets are still being read when the list stands.
  await page.getByRole('group', { name: 'People and organisations' }).getByRole('checkbox').first().waitFor();
}

async function claimsShown(page: Page): Promise<number> {
  return Number(await page.locator('.actor-claims h3 .count').textContent());
}

/** Milliseconds from going to an address of the page to the frame after `shows` is there. Runs in the page. */
async function timeShown({ go, shows }: { readonly go: string; readonly shows: string }): Promise<number> {
  const start = performance.now();
  location.hash = go;
  while (!document.querySelector(shows)) await new Promise((done) => requestAnimationFrame(done));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  return performance.now() - start;
}

/** Marks the frame after `shows` is first there. Runs in a page before its own scripts. */
function noteWhenShown(shows: string): void {
  const look = () => {
    if (document.querySelector(shows)) setTimeout(() => performance.mark('shown'), 0);
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** How long the longest piece of work on the main thread was, up to a second from now. Runs in the page. */
async function longestTask(since: number): Promise<number> {
  await new Promise((done) => setTimeout(done, 1000));
  const tasks = await new Promise<PerformanceEntryList>((done) => {
    new PerformanceObserver((list) => done(list.getEntries())).observe({ type: 'longtask', buffered: true });
    setTimeout(() => done([]), 500);
  });
  return Math.max(0, ...tasks.filter(({ startTime }) => startTime >= since).map(({ duration }) => duration));
}

/** Milliseconds to read all texts and gather what one actor says. Runs in the page. */
async function timeFromTexts(name: string): Promise<number> {
  const start = performance.now();
  const opened = indexedDB.open('hearsay');
  await new Promise((done) => opened.addEventListener('success', done));
  const asked = opened.result.transaction('texts').objectStore('texts').getAll();
  await new Promise((done) => asked.addEventListener('success', done));
  const claims = asked.result.flatMap(({ text, analysis }) =>
    analysis.claims
      .filter((claim: { speaker: string }) => claim.speaker === name)
      .map((claim: { content: { start: number; end: number }[] }) =>
        claim.content.map((span) => text.slice(span.start, span.end)).join(' '),
      ),
  );
  opened.result.close();
  return claims.length > 0 ? performance.now() - start : Number.NaN;
}
