import { join } from 'node:path';
import { bundleForPage } from '../predict/bundle';
import { launchChromium } from '../predict/saved-page';
import { type Report, median } from './report';

const ROUNDS = 9;

/** 1,000 marks painted in Chromium until the next frame, and scrolled through, against wrapping the same text in elements. */
export async function bench(): Promise<Report> {
  const code = await bundleForPage(join(import.meta.dirname, 'painting-in-page.ts'));
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.setContent('<!doctype html><title>painting</title>');
  await page.addScriptTag({ content: code });
  const times: Awaited<ReturnType<typeof globalThis.timePainting>>[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await page.evaluate(() => globalThis.timePainting()));
  await browser.close();
  const ours = times.map((t) => t.ours);
  const theirs = times.map((t) => t.theirs);
  return {
    what: '1,000 marks painted, until the next frame; and 60 frames of scrolling',
    rows: [
      { name: 'Hearsay (Highlight API)', times: ours },
      { name: 'elements round the text', times: theirs },
      { name: 'scrolling through ours', times: times.map((t) => t.ourScroll) },
      { name: 'scrolling through elements', times: times.map((t) => t.theirScroll) },
    ],
    peer: 'wrapping text in elements',
    ratio: median(theirs) / median(ours),
  };
}
