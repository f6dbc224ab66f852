/** A browser with the shipped extension in which articles are saved the way a reader saves them, by content script and worker. */
import { readlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { type HearsayBrowser, launchHearsay } from '../start/hearsay-browser';

const EXTENSION = resolve('.output/chrome-mv3-e2e');

export interface Saver {
  readonly hearsay: HearsayBrowser;
  /** A page of ours, from which tabs are asked. */
  readonly own: Page;
  /** The tab that shows articles. */
  readonly tab: Page;
}

/** Starts the browser on this profile. */
export async function startSaver(profile: string): Promise<Saver> {
  const hearsay = await launchHearsay({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    extension: EXTENSION,
    headless: true,
    profile,
  });
  const own = await hearsay.context.newPage();
  await own.goto(`chrome-extension://${hearsay.extensionId}/options.html`);
  return { hearsay, own, tab: await hearsay.context.newPage() };
}

/** Opens the article and reads it; true once it can be saved. */
export async function readArticle({ own, tab }: Saver, address: string): Promise<boolean> {
  await tab.goto(address);
  return own.evaluate(async (url) => {
    const { tabs, scripting } = chrome;
    const shown = (await tabs.query({})).find((each) => each.url === url)?.id ?? -1;
    await scripting.executeScript({ target: { tabId: shown }, files: ['/content-scripts/content.js'] });
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const asked = { channel: 'tab', name: 'view', args: [] };
      const answer = await tabs.sendMessage(shown, asked, { frameId: 0 }).catch(() => null);
      if (answer?.answer?.state === 'read') return true;
      await new Promise((again) => setTimeout(again, 100));
    }
    return false;
  }, address);
}

/** Asks the tab to keep its article; gives the id that was acknowledged, or null. */
export async function saveArticle({ own, tab }: Saver): Promise<string | null> {
  return own.evaluate(async (url) => {
    const shown = (await chrome.tabs.query({})).find((each) => each.url === url)?.id ?? -1;
    const asked = { channel: 'tab', name: 'keep', args: [] };
    const answer = await chrome.tabs.sendMessage(shown, asked, { frameId: 0 }).catch(() => null);
    return answer?.answer?.ok ? answer.answer.value.id : null;
  }, tab.url());
}

/** What lies in the database of the profile, table by table, as keys. */
export async function storedKeys(own: Page): Promise<Record<string, string[]>> {
  return own.evaluate(async () => {
    const opened = indexedDB.open('hearsay');
    await new Promise((done, failed) => {
      opened.addEventListener('success', done);
      opened.addEventListener('error', failed);
    });
    const found: Record<string, string[]> = {};
    for (const table of ['clippings', 'texts', 'descriptions', 'indexLog', 'notes']) {
      const asked = opened.result.transaction(table).objectStore(table).getAllKeys();
      await new Promise((done) => asked.addEventListener('success', done));
      found[table] = asked.result.map(String);
    }
    opened.result.close();
    return found;
  });
}

/** Ends the whole browser as a power cut would. */
export function killBrowser(profile: string): void {
  const pid = Number(/(\d+)$/.exec(readlinkSync(join(profile, 'SingletonLock')))?.[1]);
  process.kill(pid, 'SIGKILL');
}

/** Asks for the tabs API that these functions use in a page of the extension. */
declare const chrome: {
  readonly tabs: {
    query(filter: object): Promise<{ id?: number; url?: string }[]>;
    sendMessage(
      tab: number,
      message: object,
      options: object,
    ): Promise<{ answer?: { state?: string; ok?: boolean; value: { id: string } } }>;
  };
  readonly scripting: { executeScript(call: object): Promise<unknown> };
};
