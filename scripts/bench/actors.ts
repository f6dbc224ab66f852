import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { inventedArchive, STAR } from '../../tests/library/invented-archive';
import { putRows, rowsOf } from '../../tests/library/invented';
import { findChromium } from '../start/find-browser.mjs';
import { launchHearsay } from '../start/hearsay-browser';
import { median, type Report } from './report';

const ARTICLES = 5_000;
const PEOPLE = 8_000;
const ROUNDS = 5;

/** Articles handed to the browser at once. */
const BATCH = 250;

/**
 * The list of actors and the page of the one who is in every third of 5,000 invented clippings, in Chromium and the
 * built extension (`wxt build --mode e2e`), from the click to the next frame that shows it; against reading the same
 * actor's claims out of the stored texts.
 */
export async function bench(): Promise<Report> {
  const browser = await launchHearsay({
    executablePath: findChromium() ?? '/usr/bin/chromium',
    extension: resolve('.output/chrome-mv3-e2e'),
    headless: true,
  });
  const page = await browser.context.newPage();
  const address = `chrome-extension://${browser.extensionId}/library.html`;
  await page.goto(address);
  const all = inventedArchive(ARTICLES, PEOPLE);
  for (let at = 0; at < all.length; at += BATCH) await page.evaluate(putRows, rowsOf(all.slice(at, at + BATCH)));
  const list: number[] = [];
  const one: number[] = [];
  const peer: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.goto(`${address}#articles`);
    await page.reload();
    await page.locator('[data-row]').first().waitFor();
    // The names of the facets are still being read when the list stands.
    await page.getByRole('group', { name: 'People and organisations' }).getByRole('checkbox').first().waitFor();
    list.push(await page.evaluate(timeShown, { go: '#actors', shows: '.known-row' }));
    one.push(await page.evaluate(timeShown, { go: `#actors/person:${STAR.toLowerCase()}`, shows: '.actor-claim' }));
    peer.push(await page.evaluate(timeFromTexts, STAR));
  }
  const claims = await claimsShown(page);
  await browser.close();
  return {
    what: `${ARTICLES} clippings, ${PEOPLE} actors; ${STAR} says ${claims} things`,
    rows: [
      { name: 'the list of actors', times: list },
      { name: 'the page of one', times: one },
      { name: 'her claims out of the texts', times: peer },
    ],
    peer: 'reading the stored texts',
    ratio: median(peer) / median(one),
    notes: [`limit: 200 ms to open; the list ${median(list).toFixed(0)} ms, the page ${median(one).toFixed(0)} ms`],
  };
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
