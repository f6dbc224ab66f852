/** A browser with the extension on a profile that outlives it, and the way to its worker that content scripts have. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { findChromium } from '../start/find-browser.mjs';
import { type HearsayBrowser, launchHearsay } from '../start/hearsay-browser';

/** The build that may read pages of localhost from the start. */
export const E2E_BUILD = resolve('.output/chrome-mv3-e2e');

export interface FaultBrowser {
  readonly hearsay: HearsayBrowser;
  readonly profile: string;
  /** A page of ours. */
  readonly own: Page;
  /** A page of a site, in which a content script of ours may run. */
  readonly tab: Page;
}

/**
 * Starts the browser on this profile and shows `address` in a tab. `ownPath` is the page of ours that is opened: a plain
 * file unless one is wanted that does something.
 */
export async function startBrowser(
  profile: string,
  address: string,
  extension = E2E_BUILD,
  ownPath = 'manifest.json',
): Promise<FaultBrowser> {
  const hearsay = await launchHearsay({
    executablePath: findChromium() ?? '/usr/bin/chromium',
    extension,
    headless: true,
    profile,
    keepWelcome: true,
  });
  const own = await hearsay.context.newPage();
  await own.goto(`chrome-extension://${hearsay.extensionId}/${ownPath}`);
  // What runs these scripts wraps functions that have a name; the page knows nothing of that.
  await own.evaluate('globalThis.__name = (wrapped) => wrapped');
  const tab = await hearsay.context.newPage();
  await tab.goto(address);
  return { hearsay, profile, own, tab };
}

/** Sends the worker a call as the content script of the tab would; gives its answer, null where none came. */
export async function askWorker({ own, tab }: FaultBrowser, name: string, args: readonly unknown[]): Promise<Answer> {
  return own.evaluate(
    async ([url, message]) => {
      const shown = (await chrome.tabs.query({})).find((each) => each.url === url)?.id ?? -1;
      const [ran] = await chrome.scripting.executeScript({
        target: { tabId: shown },
        // As text, since fields that are null do not arrive.
        func: (sent: string) => chrome.runtime.sendMessage(JSON.parse(sent)).catch(() => null),
        args: [message],
      });
      return ran?.result?.answer ?? null;
    },
    [tab.url(), JSON.stringify({ channel: 'page', name, args })] as const,
  );
}

/** What a write was answered; null when it never was. */
export type Answer = {
  readonly ok: boolean;
  readonly value?: { readonly id: string };
  readonly reason?: string;
} | null;

/** Stops the worker where it stands; ends with the page it is asked from. */
export async function workerStopper({ hearsay, own }: FaultBrowser): Promise<() => Promise<void>> {
  const session = await hearsay.context.newCDPSession(own);
  await session.send('ServiceWorker.enable');
  return async () => void (await session.send('ServiceWorker.stopAllWorkers'));
}

/** Ends the whole browser, with all its processes, as the system does when memory runs out: none of them hears of it. */
export async function killBrowser({ profile, hearsay }: FaultBrowser): Promise<void> {
  const main = Number(/(\d+)$/.exec(readlinkSync(join(profile, 'SingletonLock')))?.[1]);
  const all = withDescendants(main);
  for (const pid of all) signal(pid, 'SIGSTOP');
  for (const pid of withDescendants(main)) signal(pid, 'SIGKILL');
  await Promise.race([hearsay.close().catch(() => {}), sleep(5_000)]);
}

/** Memory of all processes of the browser on this profile in MB, what they share counted once. */
export function memoryOf(profile: string): number {
  const main = Number(/(\d+)$/.exec(readlinkSync(join(profile, 'SingletonLock')))?.[1]);
  return withDescendants(main).reduce((sum, pid) => sum + shareOf(pid), 0) / 1000;
}

function shareOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]);
  } catch {
    return 0;
  }
}

/** A process and all that it has started, from the list of the system. */
function withDescendants(main: number): number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(name)]),
  );
  const all = [main];
  for (const pid of all) for (const [child, parent] of parents) if (parent === pid) all.push(child);
  return all;
}

function parentOf(pid: string): number {
  try {
    // The second field is the name of the program, in brackets.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]);
  } catch {
    return 0;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended by itself.
  }
}

/** The calls of the browser that are made inside a page of the extension. */
declare const chrome: {
  readonly tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> };
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
  readonly scripting: {
    executeScript(call: object): Promise<{ result?: { answer?: { ok: boolean; value?: { id: string } } } }[]>;
  };
};
