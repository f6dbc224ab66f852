import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { articlePage, PAPERS } from '../../tests/harness/article';
import { findChromium } from '../start/find-browser.mjs';
import { type HearsayBrowser, launchHearsay } from '../start/hearsay-browser';
import { median, percentile } from './report';

const EXTENSION = resolve(import.meta.dirname, '../../.output/chrome-mv3');
const ADDRESS = 'http://localhost/quay';
const WORDS = 1_500;
const ROUNDS = 7;

/** One article opened and read, in milliseconds. */
export interface Round {
  readonly clickToPaint: number;
  readonly mainThread: number;
  readonly longestTask: number;
  /** From the moment the page had replaced its article to the frame in which it is painted anew. */
  readonly repaint: number;
}

/**
 * The built extension on an article of 1,500 words in Chromium: what a click costs the page's main thread, and how
 * soon an article that the page renders anew is painted again. Lines for a report.
 */
export async function followingNotes(): Promise<readonly string[]> {
  const executablePath = findChromium();
  if (!existsSync(EXTENSION) || !executablePath) return ['click and repaint not measured: run npm run build first'];
  const browser = await launchHearsay({ executablePath, extension: EXTENSION, headless: true });
  const rounds: Round[] = [];
  // The first one starts the engine and is not counted.
  for (let round = 0; round <= ROUNDS; round++) rounds.push(await readOnce(browser));
  await browser.close();
  const line = (what: string, of: (round: Round) => number) => {
    const times = rounds.slice(1).map(of);
    return `${what}: median ${median(times).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms`;
  };
  return [
    `an article of ${WORDS.toLocaleString('en')} words, ${ROUNDS} times in the extension:`,
    line('  click to painted', ({ clickToPaint }) => clickToPaint),
    line('  all work of the main thread for it', ({ mainThread }) => mainThread),
    line('  longest task of the main thread (0: none over 50 ms)', ({ longestTask }) => longestTask),
    line('  painted again after the page has settled', ({ repaint }) => repaint),
  ];
}

/** A new tab with an article of `words` words, read at a click. */
export async function readOnce(browser: HearsayBrowser, words = WORDS): Promise<Round> {
  const page = await browser.context.newPage();
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: articleOf(words) }));
  await page.goto(ADDRESS);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const watched = await watch(page);
  const busyBefore = await busyMs(session);
  const clickedAt = Date.now();
  await browser.clickButton(page);
  const paintedAt = await watched.painted;
  const mainThread = (await busyMs(session)) - busyBefore;
  const longestTask = await watched.longestTask();
  const repaint = await page.evaluate(repaintInPage);
  await page.close();
  return { clickToPaint: paintedAt - clickedAt, mainThread, longestTask, repaint };
}

function articleOf(words: number): string {
  const wordsOf = (html: string) =>
    html
      .slice(html.indexOf('<article>'))
      .replace(/<[^>]*>/g, ' ')
      .split(/\s+/).length;
  let paragraphs = 12;
  while (wordsOf(articlePage(PAPERS.light, paragraphs)) < words) paragraphs++;
  return articlePage(PAPERS.light, paragraphs);
}

/** Milliseconds that the main thread of the page has worked so far. */
async function busyMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

/**
 * Starts looking: for the first frame with marks of ours, and for tasks that hold the main thread up. No named function
 * inside, here and below: what runs in the page travels as text.
 */
async function watch(page: Page) {
  const tasks = await page.evaluateHandle(() => {
    const durations: number[] = [];
    new PerformanceObserver((list) => durations.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
    return durations;
  });
  const painted = page.evaluate(async () => {
    while (![...CSS.highlights].some(([name, ranges]) => name.includes('claim-') && ranges.size > 0))
      await new Promise((done) => requestAnimationFrame(done));
    // The callbacks of a frame run before it is painted.
    await new Promise((done) => requestAnimationFrame(done));
    return performance.timeOrigin + performance.now();
  });
  return { painted, longestTask: () => tasks.evaluate((durations) => Math.max(0, ...durations)) };
}

/** Replaces the article by a copy, as a framework does, and waits for the frame in which the copy is painted. */
async function repaintInPage(): Promise<number> {
  const main = document.querySelector('main');
  const copy = main?.cloneNode(true);
  if (main && copy) main.replaceWith(copy);
  const settledAt = performance.now();
  while (
    ![...CSS.highlights].some(
      ([name, ranges]) => name.includes('claim-') && [...ranges].some((range) => copy?.contains(range.startContainer)),
    )
  )
    await new Promise((done) => requestAnimationFrame(done));
  await new Promise((done) => requestAnimationFrame(done));
  return performance.now() - settledAt;
}
