import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CDPSession } from '@playwright/test';
import { findChromium } from '../start/find-browser.mjs';
import { type HearsayBrowser, launchHearsay } from '../start/hearsay-browser';
import { serveSite } from '../start/serve-site.mjs';
import { readOnce } from './following';
import { type Report, median } from './report';
import { sampleTexts } from './sample-texts';

const WORDS = 1000;
const WARM = 12;
const STOPPED = 5;
const ARTICLES = 50;

/** The engine where it runs: 1,000 words asked from a content script, answered by the worker of a real Chromium. */
export async function bench(): Promise<Report | null> {
  const extension = resolve('.output/chrome-mv3');
  if (!existsSync(extension)) {
    console.log('\n== worker: skipped, build the extension first (npm run build)');
    return null;
  }
  const site = await serveSite();
  const executablePath = findChromium() ?? '/usr/bin/chromium';
  const hearsay = await launchHearsay({ executablePath, extension, headless: true });
  const ask = await askFromPage(hearsay, site.origin);
  const texts = thousandWords();
  const ofWorker = (k: number) => ask(texts[k % texts.length] ?? '');
  for (let k = 0; k < 5; k += 1) await ofWorker(k);
  const warm: number[] = [];
  for (let k = 0; k < WARM; k += 1) warm.push(await ofWorker(k));
  const stopped: number[] = [];
  for (let k = 0; k < STOPPED; k += 1) {
    await stopWorkers(hearsay);
    stopped.push(await ofWorker(k));
  }
  const clicks: number[] = [];
  for (let k = 0; k < STOPPED; k += 1) {
    await stopWorkers(hearsay);
    clicks.push((await readOnce(hearsay, WORDS)).clickToPaint);
  }
  for (let k = 0; k < ARTICLES; k += 1) await ofWorker(k);
  const memory = await memoryOf(hearsay);
  await hearsay.close();
  await site.close();
  return {
    what: `${WORDS} words analysed by the worker of a real Chromium, asked by a content script, until the answer is there`,
    rows: [
      { name: 'warm', times: warm },
      { name: 'from a stopped worker', times: stopped },
      { name: 'click to painted, worker stopped', times: clicks },
    ],
    notes: [`memory of the worker after ${ARTICLES} articles: ${memory}`, `median warm ${median(warm).toFixed(0)} ms`],
  };
}

/** Sample articles strung together and cut to the same length, each beginning elsewhere. */
function thousandWords(): string[] {
  const articles = sampleTexts();
  return articles.map((_, k) =>
    [...articles.slice(k), ...articles.slice(0, k)].join('\n\n').split(' ').slice(0, WORDS).join(' '),
  );
}

/** Reads a page, and gives a function that sends texts from its content script and gives how long the answer took. */
async function askFromPage(hearsay: HearsayBrowser, origin: string): Promise<(text: string) => Promise<number>> {
  const page = await hearsay.context.newPage();
  await page.goto(`${origin}/`);
  const session: CDPSession = await page.context().newCDPSession(page);
  const ours = new Promise<number>((give) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === `chrome-extension://${hearsay.extensionId}`) give(context.id);
    });
  });
  await session.send('Runtime.enable');
  await hearsay.clickButton(page);
  const world = await ours;
  return async (text) => {
    const message = JSON.stringify({ channel: 'page', name: 'analyse', args: [text] });
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId: world,
      awaitPromise: true,
      returnByValue: true,
      expression: `(async () => { const from = performance.now(); const { answer } = await chrome.runtime.sendMessage(${message});
        if (!answer.ok) throw new Error('no analysis'); return performance.now() - from; })()`,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return Number(result.value);
  };
}

async function stopWorkers(hearsay: HearsayBrowser): Promise<void> {
  const page = await hearsay.context.newPage();
  await page.goto(`chrome-extension://${hearsay.extensionId}/options.html`);
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await page.waitForTimeout(500);
  await page.close();
}

/** Script memory and the buffers behind it (models, WebAssembly), after a collection. */
async function memoryOf(hearsay: HearsayBrowser): Promise<string> {
  const browser = hearsay.context.browser();
  if (!browser) throw new Error('no browser behind this context');
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(hearsay.extensionId));
  if (!worker) throw new Error('the worker does not run');
  const { sessionId } = await session.send('Target.attachToTarget', { targetId: worker.targetId, flatten: false });
  const call = async (id: number, method: string): Promise<unknown> => {
    const answer = new Promise<unknown>((give) => {
      session.on('Target.receivedMessageFromTarget', ({ message }) => {
        const said = JSON.parse(message) as { readonly id?: number; readonly result?: unknown };
        if (said.id === id) give(said.result);
      });
    });
    await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
    return answer;
  };
  await call(1, 'HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = (await call(2, 'Runtime.getHeapUsage')) as {
    readonly usedSize: number;
    readonly backingStorageSize?: number;
  };
  const mb = (bytes: number) => (bytes / 1e6).toFixed(1);
  return `${mb(usedSize + backingStorageSize)} MB (scripts ${mb(usedSize)}, buffers ${mb(backingStorageSize)})`;
}
