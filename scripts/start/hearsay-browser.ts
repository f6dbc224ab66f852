import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';

/** A browser with the extension loaded. */
export interface HearsayBrowser {
  readonly context: BrowserContext;
  readonly extensionId: string;
  worker(): Promise<Worker>;
  /** Clicks the toolbar button on the tab of this page, as a reader would: that grants `activeTab`. */
  clickButton(page: Page): Promise<void>;
  /** Clicks the toolbar button until the side panel is open, and gives the panel. */
  openPanel(page: Page): Promise<Page>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly executablePath: string;
  /** The built extension. */
  readonly extension: string;
  readonly headless: boolean;
  readonly args?: readonly string[];
  readonly colorScheme?: 'light' | 'dark';
  /** A profile that is kept when the browser closes; without it there is a new one, which goes with the browser. */
  readonly profile?: string;
  /** As an earlier start on the same profile told it: then the worker, which need not start by itself there, is not awaited. */
  readonly extensionId?: string;
  /** Leaves the page open that greets a new reader. */
  readonly keepWelcome?: boolean;
}

/** Starts Chromium on a profile of its own, with the extension and nothing that calls home. */
export async function launchHearsay(options: LaunchOptions): Promise<HearsayBrowser> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'hearsay-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.executablePath,
    headless: options.headless,
    viewport: options.headless ? { width: 1000, height: 800 } : null,
    locale: 'en-GB',
    colorScheme: options.colorScheme ?? 'light',
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--lang=en-GB',
      `--disable-extensions-except=${options.extension}`,
      `--load-extension=${options.extension}`,
      '--remote-debugging-port=0',
      ...(options.headless ? ['--disable-gpu'] : []),
      ...(options.args ?? []),
    ],
  });
  const worker = async () =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
  const extensionId = options.extensionId ?? new URL((await worker()).url()).host;
  // In a profile that was used before it does not open again.
  if (!options.keepWelcome) await closeWelcome(context, options.profile === undefined ? 20_000 : 5_000);
  const second: Browser[] = [];
  const panelsGiven = new Set<string>();

  return {
    context,
    extensionId,
    worker,
    clickButton,
    openPanel,
    close: async () => {
      for (const browser of second) await browser.close().catch(() => {});
      await context.close();
      if (options.profile === undefined)
        rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };

  async function openPanel(page: Page): Promise<Page> {
    await page.bringToFront();
    const before = await panelsOpen();
    for (let attempt = 0; attempt < 20 && (await panelsOpen()) === before; attempt += 1) {
      // A click right after the start can be lost; on a busy machine the panel takes seconds to open.
      await clickButton(page);
      await waitFor(async () => (await panelsOpen()) > before, 5000);
    }
    const port = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0];
    // Only a client that connects after the panel was opened sees it.
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    second.push(browser);
    let opened: Page | undefined;
    await waitFor(async () => (opened = await newPanel(browser)) !== undefined, 10_000);
    if (!opened) throw new Error('the side panel did not open');
    return opened;
  }

  /** The panel that was not there before; other windows may have theirs. */
  async function newPanel(browser: Browser): Promise<Page | undefined> {
    for (const page of browser.contexts()[0]?.pages() ?? []) {
      if (!page.url().includes('sidepanel.html')) continue;
      const session = await page.context().newCDPSession(page);
      const { targetInfo } = await session.send('Target.getTargetInfo');
      await session.detach();
      if (panelsGiven.has(targetInfo.targetId)) continue;
      panelsGiven.add(targetInfo.targetId);
      return page;
    }
    return undefined;
  }

  async function clickButton(page: Page): Promise<void> {
    const browser = context.browser();
    if (!browser) throw new Error('no browser behind this context');
    const session = await browser.newBrowserCDPSession();
    const find = async () => {
      const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
      return targetInfos.find(({ url }) => url === page.url());
    };
    // The list of tabs learns of a new address a moment after the page does.
    await waitFor(async () => (await find()) !== undefined, 5000);
    const tab = await find();
    if (!tab) throw new Error(`no tab shows ${page.url()}`);
    // A method of Chromium's own that Playwright's types do not know.
    const send = session.send.bind(session) as unknown as (method: string, params: object) => Promise<unknown>;
    await send('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId });
    await session.detach();
  }

  async function panelsOpen(): Promise<number> {
    const background = await worker();
    return background.evaluate(async () => {
      const { runtime } = (globalThis as unknown as { chrome: { runtime: ChromeRuntime } }).chrome;
      return (await runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length;
    });
  }
}

/** It opens by itself after the install, in front of whatever else is open: so it is awaited before anything else is. */
async function closeWelcome(context: BrowserContext, limitMs: number): Promise<void> {
  const welcome = () => context.pages().find((page) => page.url().endsWith('/welcome.html'));
  await waitFor(() => Promise.resolve(welcome() !== undefined), limitMs);
  await welcome()?.close();
}

interface ChromeRuntime {
  getContexts(filter: { contextTypes: string[] }): Promise<unknown[]>;
}

async function waitFor(holds: () => Promise<boolean>, limitMs: number): Promise<void> {
  const end = Date.now() + limitMs;
  while (Date.now() < end && !(await holds())) await sleep(100);
}
