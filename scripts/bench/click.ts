/** One click on Hearsay's button in a real page: what it costs the page's main thread, and when the reader sees something. */
import type { CDPSession, Page } from '@playwright/test';
import type { HearsayBrowser } from '../start/hearsay-browser';

export interface Click {
  /** What became of the page: `read`, or why not. */
  readonly outcome: string;
  readonly words: number;
  /** From the click until a frame with highlights was due; null where nothing was painted. */
  readonly paintedMs: number | null;
  /** Main thread busy from the click on, less what the idle page takes in the same time. */
  readonly addedMs: number;
  readonly longestTaskMs: number;
  /** Sum of the layout shifts the browser saw. */
  readonly shift: number;
  /** Growth of the page's script memory, after a collection. */
  readonly heapBytes: number;
}

/** How long a click is followed, and the idle page before it, in milliseconds. */
const LONGEST_MS = 20_000;
const IDLE_MS = 300;
/** What is painted late still counts. */
const AFTER_MS = 300;

/** Clicks and follows what happens; `panel` is Hearsay's panel, open already. */
export async function timeClick(hearsay: HearsayBrowser, page: Page, panel: Page): Promise<Click> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const heapBefore = (await session.send('Runtime.getHeapUsage')).usedSize;
  const trigger = await prepareClick(hearsay, page);
  const trace = await startTrace(session);
  await page.evaluate(watchPage);
  const idleFrom = Date.now();
  await page.waitForTimeout(IDLE_MS);
  const clickedAt = Date.now();
  await trigger();
  const { outcome, words } = await settled(panel, page.url());
  const hasClaims = outcome === 'read' && (await hasPaint(page));
  const paintedAt = hasClaims ? await page.evaluate(() => globalThis.hearsayPaintedAt) : null;
  await page.waitForTimeout(AFTER_MS);
  const { addedMs, longestTaskMs } = await trace.stop(hearsay.extensionId, idleFrom, clickedAt);
  const shift = await page.evaluate(() => globalThis.hearsayShift);
  await session.send('HeapProfiler.collectGarbage');
  const heapAfter = (await session.send('Runtime.getHeapUsage')).usedSize;
  await session.detach();
  const paintedMs = paintedAt === null ? null : paintedAt - clickedAt;
  return { outcome, words, paintedMs, addedMs, longestTaskMs, shift, heapBytes: heapAfter - heapBefore };
}

declare global {
  /** When the first highlight was seen by a frame, in milliseconds since 1970; null until then. */
  var hearsayPaintedAt: number | null;
  var hearsayShift: number;
}

/** Runs in the page: notes layout shifts and the first frame with a highlight. No named function inside: it travels as text. */
function watchPage(): void {
  globalThis.hearsayPaintedAt = null;
  globalThis.hearsayShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.hearsayShift += 'value' in entry ? Number(entry.value) : 0;
  }).observe({ type: 'layout-shift', buffered: false });
  const timer = setInterval(() => {
    if (CSS.highlights.size === 0) return;
    clearInterval(timer);
    requestAnimationFrame(() => (globalThis.hearsayPaintedAt = performance.timeOrigin + performance.now()));
  }, 5);
}

async function hasPaint(page: Page): Promise<boolean> {
  const end = Date.now() + 1000;
  while (Date.now() < end) {
    if (await page.evaluate(() => globalThis.hearsayPaintedAt !== null)) return true;
    await page.waitForTimeout(50);
  }
  return false;
}

/** All that can be done before the click is done; what comes back does the click. */
async function prepareClick(hearsay: HearsayBrowser, page: Page): Promise<() => Promise<void>> {
  const browser = hearsay.context.browser();
  if (!browser) throw new Error('no browser behind this context');
  await page.bringToFront();
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find(({ url }) => url === page.url());
  if (!tab) throw new Error(`no tab shows ${page.url()}`);
  // A method of Chromium's own that Playwright's types do not know.
  const send = session.send.bind(session) as unknown as (method: string, params: object) => Promise<unknown>;
  return async () => {
    await send('Extensions.triggerAction', { id: hearsay.extensionId, targetId: tab.targetId });
    await session.detach();
  };
}

/** Waits until the page was read or refused, as the panel hears it. */
async function settled(panel: Page, address: string): Promise<{ readonly outcome: string; readonly words: number }> {
  const end = Date.now() + LONGEST_MS;
  while (Date.now() < end) {
    const view = await askPage(panel, address);
    if (view.state === 'read') return { outcome: 'read', words: view.words };
    if (view.state === 'not-read') return { outcome: view.reason, words: 0 };
    await panel.waitForTimeout(20);
  }
  return { outcome: 'no answer', words: 0 };
}

/** What the content script of the page at `address` says of it. */
export async function askPage(panel: Page, address: string): Promise<Answer> {
  return panel.evaluate(async (url) => {
    const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
    // Of all tabs the address is shown only for the one that the click gave access to.
    const tab = (await tabs.query({})).find((each) => each.url === url);
    const nothing = { state: 'silence', reason: '', notice: '', words: 0 };
    if (!tab) return nothing;
    return tabs.sendMessage(tab.id, { channel: 'tab', name: 'view', args: [] }, { frameId: 0 }).then(
      ({ answer }) => ({
        state: answer.state,
        reason: answer.reason ?? '',
        notice: answer.notice ?? '',
        words: answer.article?.text.split(/\s+/).length ?? 0,
      }),
      () => nothing,
    );
  }, address);
}

export interface Answer {
  readonly state: string;
  readonly reason: string;
  readonly notice: string;
  readonly words: number;
}

interface Tabs {
  query(filter: object): Promise<readonly { readonly id: number; readonly url?: string }[]>;
  sendMessage(
    tabId: number,
    message: object,
    options: object,
  ): Promise<{
    readonly answer: {
      readonly state: string;
      readonly reason?: string;
      readonly notice?: string | null;
      readonly article?: { readonly text: string };
    };
  }>;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** Records what the threads do; times of a trace count from another start, so a mark ties them to the clock. */
async function startTrace(session: CDPSession) {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'],
    },
  });
  const markedAt = (
    await session.send('Runtime.evaluate', {
      expression: "performance.mark('hearsay bench'); performance.timeOrigin + performance.now()",
    })
  ).result.value as number;
  return {
    async stop(extensionId: string, idleFrom: number, clickedAt: number) {
      const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
      await session.send('Tracing.end');
      await complete;
      const mark = events.find(({ name }) => name === 'hearsay bench');
      const ours = events.find(({ args }) => args?.data?.url?.includes(extensionId));
      if (!mark || !ours) throw new Error('the trace does not show the content script');
      const clock = (ts: number) => markedAt + (ts - mark.ts) / 1000;
      const tasks = events
        .filter(({ name, pid, tid }) => name === 'RunTask' && pid === mark.pid && tid === mark.tid)
        .map(({ ts, dur = 0 }) => ({ from: clock(ts), ms: dur / 1000 }));
      const busy = (from: number, to: number) =>
        tasks.reduce((sum, task) => sum + (task.from >= from && task.from < to ? task.ms : 0), 0);
      const end = Math.max(...tasks.map(({ from }) => from));
      const idleShare = busy(idleFrom, clickedAt) / (clickedAt - idleFrom);
      return {
        addedMs: Math.max(0, busy(clickedAt, Infinity) - idleShare * (end - clickedAt)),
        longestTaskMs: Math.max(0, ...tasks.filter(({ from }) => from >= clickedAt).map(({ ms }) => ms)),
      };
    },
  };
}
