import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import { type FaultBrowser, memoryOf, startBrowser } from './fault-browser';
import { type Outcome, readStored } from './saves';

/** Lines of the series that is printed. */
const SAMPLES = 20;

/** Tabs that are read at once in the end. */
const TABS = 100;

/** A run that is stopped before the count is reached prints what it came to, in milliseconds. */
const MAX_MS = 480_000;

/** Reads and keeps so many articles one after the other, with the panel open beside them, then a hundred tabs at once. */
export async function whenUsedLong(profile: string, address: string, count: number): Promise<Outcome> {
  const browser = await startBrowser(profile, address);
  const { own, tab, hearsay } = browser;
  const tabId = await own.evaluate(
    async (url) => (await chrome.tabs.query({})).find((each) => each.url === url)?.id,
    address,
  );
  const panel = await hearsay.context.newPage();
  await panel.goto(`chrome-extension://${hearsay.extensionId}/sidepanel.html?tab=${tabId}`);
  const meter = await startMeter(browser, panel);
  const begun = performance.now();
  const failed: string[] = [];
  let read = 0;
  for (; read < count && performance.now() - begun < MAX_MS; read++) {
    const url = address.replace(/\d+$/, String(read));
    await tab.goto(url);
    if (!(await keepIn(own, url))) failed.push(`article ${read} was not kept`);
    if (read % Math.ceil(count / SAMPLES) === 0) await meter(read);
  }
  await meter(read);
  console.log(`  ${read} articles, ${Math.round((performance.now() - begun) / Math.max(1, read))} ms each`);
  failed.push(...(await manyTabs(browser, address, read)));
  await meter(read + TABS);
  const stored = await readStored(own);
  const faults = stored.check.ok
    ? stored.check.value.faults.map(({ kind, title }) => `${kind} ${title}`)
    : [stored.check.reason];
  const missing = read + TABS - Object.keys(stored.articles).length;
  await hearsay.close();
  return {
    tried: read + TABS,
    refused: '',
    acknowledged: read + TABS - failed.length,
    lost: [...failed, ...(missing > failed.length ? [`${missing} articles are not there`] : [])],
    torn: faults,
  };
}

async function manyTabs({ own, hearsay }: FaultBrowser, address: string, first: number): Promise<string[]> {
  const begun = performance.now();
  const urls = Array.from({ length: TABS }, (_, i) => address.replace(/\d+$/, String(first + i)));
  await Promise.all(urls.map(async (url) => (await hearsay.context.newPage()).goto(url, { timeout: 120_000 })));
  const kept = await Promise.all(urls.map((url) => keepIn(own, url)));
  console.log(
    `  ${TABS} tabs at once: ${kept.filter(Boolean).length} kept in ${Math.round((performance.now() - begun) / 1000)} s`,
  );
  return kept.flatMap((is, i) => (is ? [] : [`tab ${i} was not kept`]));
}

/** Reads the tab with this address and keeps its article. */
function keepIn(own: Page, url: string): Promise<boolean> {
  return own.evaluate(async (shown) => {
    const tab = (await chrome.tabs.query({})).find((each) => each.url === shown)?.id ?? -1;
    await chrome.scripting.executeScript({ target: { tabId: tab }, files: ['/content-scripts/content.js'] });
    for (let attempt = 0; attempt < 600; attempt += 1) {
      const asked = { channel: 'tab', name: 'keep', args: [] };
      const answer = await chrome.tabs.sendMessage(tab, asked, { frameId: 0 }).catch(() => null);
      if (answer?.answer?.ok) return true;
      await new Promise((again) => setTimeout(again, 50));
    }
    return false;
  }, url);
}

/** Prints a line of the series each time it is called, after the garbage has been collected. */
async function startMeter(
  { hearsay, profile, tab }: FaultBrowser,
  panel: Page,
): Promise<(read: number) => Promise<void>> {
  console.log('  articles  worker MB  panel MB  panel nodes  panel listeners  tab MB  tab nodes  all processes MB');
  const sessions = await Promise.all([panel, tab].map((page) => hearsay.context.newCDPSession(page)));
  const port = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0] ?? '';
  return async (read) => {
    const [panelUse, tabUse] = await Promise.all(sessions.map(useOf));
    const worker = await workerHeap(port);
    const cells = [
      read,
      worker,
      panelUse?.mb,
      panelUse?.nodes,
      panelUse?.listeners,
      tabUse?.mb,
      tabUse?.nodes,
      memoryOf(profile),
    ];
    console.log(
      `  ${cells.map((cell) => (typeof cell === 'number' ? String(Math.round(cell * 10) / 10) : '?').padStart(9)).join(' ')}`,
    );
  };
}

async function useOf(session: CDPSession) {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { mb: usedSize / 1e6, nodes, listeners: jsEventListeners };
}

/** The worker's heap in MB; null while it is stopped. Only the browser's own list of targets has it. */
async function workerHeap(port: string): Promise<number | null> {
  const list: unknown = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
  const targets = Array.isArray(list) ? list : [];
  const target: unknown = targets.find((each: unknown) => field(each, 'type') === 'service_worker');
  const url = field(target, 'webSocketDebuggerUrl');
  if (typeof url !== 'string') return null;
  const socket = new WebSocket(url);
  await new Promise((opened) => socket.addEventListener('open', opened));
  const ask = (id: number, method: string) =>
    new Promise<unknown>((answered) => {
      socket.addEventListener('message', ({ data }) => {
        const message: unknown = JSON.parse(String(data));
        if (field(message, 'id') === id) answered(field(message, 'result'));
      });
      socket.send(JSON.stringify({ id, method }));
    });
  await Promise.race([ask(1, 'HeapProfiler.collectGarbage'), sleep(5_000)]);
  const used = field(await Promise.race([ask(2, 'Runtime.getHeapUsage'), sleep(5_000)]), 'usedSize');
  socket.close();
  return typeof used === 'number' ? used / 1e6 : null;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** The calls of the browser that are made inside a page of the extension. */
declare const chrome: {
  readonly tabs: {
    query(filter: object): Promise<{ id?: number; url?: string }[]>;
    sendMessage(tab: number, message: object, options: object): Promise<{ answer?: { ok?: boolean } }>;
  };
  readonly scripting: { executeScript(call: object): Promise<unknown> };
};
