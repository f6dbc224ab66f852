/** What scripts of a page can learn of Hearsay and of what the reader keeps. */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { FIRST_ARTICLE, SECOND_ARTICLE } from '../../../scripts/start/serve-site.mjs';
import { countPainted, expect, pointAt, readNext, test } from '../fixtures';

const NOTE = 'Zephyrine doubts the gauge';
const TAG = 'quillwort';
const FROM_LIBRARY = 'Karvonia begins filling';

/** Everything a curious page can listen to and override, before anything else runs in it; the takings lie in `window.loot`. */
function spy(): void {
  const loot: string[] = [];
  const take = (value: unknown) => void loot.push(String(value));
  Object.assign(globalThis, { loot, roots: [] as ShadowRoot[] });
  const markup = (node: Node) => (node instanceof Element ? node.outerHTML : (node.nodeValue ?? ''));
  new MutationObserver((records) => {
    for (const record of records) {
      for (const node of record.addedNodes) {
        take(`added ${markup(node)}`);
        if (node instanceof Element && node.shadowRoot) take(`open root: ${node.shadowRoot.innerHTML}`);
      }
      for (const node of record.removedNodes) take(`removed ${markup(node)}`);
      if (record.attributeName) take(`attribute ${record.attributeName} of ${markup(record.target)}`);
      if (record.type === 'characterData') take(record.target.nodeValue);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  // oxlint-disable-next-line typescript/unbound-method -- called on each element below
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, { ...init, mode: 'open' });
    take('attachShadow');
    return root;
  };
  const overrides: readonly (readonly [object, string])[] = [
    [Element.prototype, 'innerHTML'],
    [Element.prototype, 'shadowRoot'],
    [Node.prototype, 'textContent'],
    [Node.prototype, 'nodeValue'],
    [HTMLInputElement.prototype, 'value'],
    [HTMLTextAreaElement.prototype, 'value'],
  ];
  for (const [owner, name] of overrides) {
    const own = Object.getOwnPropertyDescriptor(owner, name);
    if (!own?.get) continue;
    const read = (self: unknown): unknown => own.get?.call(self);
    const write = (self: unknown, value: unknown) => own.set?.call(self, value);
    Object.defineProperty(owner, name, {
      configurable: true,
      get(this: unknown) {
        const value = read(this);
        take(`read ${name}: ${String(value)}`);
        return value;
      },
      set(this: unknown, value: unknown) {
        take(`set ${name}: ${String(value)}`);
        write(this, value);
      },
    });
  }
  const define = customElements.define.bind(customElements);
  customElements.define = (...args) => {
    take(`custom element ${args[0]}`);
    define(...args);
  };
  const events = [
    'message',
    'keydown',
    'keyup',
    'input',
    'beforeinput',
    'paste',
    'copy',
    'storage',
    'focusin',
    'select',
  ];
  for (const type of events) {
    addEventListener(
      type,
      (event) => {
        const { data, key } = event as unknown as { data?: unknown; key?: unknown };
        take(`${type}: ${JSON.stringify(data ?? key ?? null)}`);
        for (const target of event.composedPath()) if (target instanceof ShadowRoot) take(`path ${target.innerHTML}`);
      },
      true,
    );
  }
  new BroadcastChannel('hearsay').addEventListener('message', ({ data }) => take(JSON.stringify(data)));
}

/** All that the page has taken, and all that it can look at now. */
async function takings(page: Page): Promise<string> {
  return page.evaluate(
    async (asked) => {
      const { loot } = globalThis as unknown as { loot: readonly string[] };
      const databases = (await indexedDB.databases()).map(({ name }) => name);
      const painted = [...CSS.highlights].flatMap(([name, ranges]) => [name, ...[...ranges].map(String)]);
      const view = globalThis as unknown as { find(words: string): boolean };
      return JSON.stringify([
        loot,
        document.documentElement.outerHTML,
        Object.getOwnPropertyNames(globalThis).filter((name) => /hear|wxt/i.test(name)),
        [...document.styleSheets].map(({ href }) => href),
        Object.entries(localStorage),
        Object.entries(sessionStorage),
        document.cookie,
        databases,
        await caches.keys(),
        painted,
        asked.filter((words) => view.find(words)).map((words) => `found in the page: ${words}`),
        performance.getEntriesByType('resource').map(({ name }) => name),
      ]);
    },
    [NOTE, TAG],
  );
}

test('THREATS: a page script that reads all it can meets no note, tag or stored title', async ({
  site,
  read,
  hearsay,
}) => {
  const reading = await read('/');
  const { page, panel } = reading;
  await page.addInitScript(spy);
  await readNext(hearsay, reading, site.origin + FIRST_ARTICLE);
  await panel.shows('Karvonia begins');
  await panel.select('Notes');
  await panel.page.getByRole('button', { name: 'Write a note on this article' }).click();
  await panel.writeNote(NOTE, [TAG]);
  await expect(panel.page.getByRole('list', { name: 'On the article itself' })).toContainText(NOTE);
  const shown = await pointAt(page, 'We were promised');
  await page.mouse.click(shown.x, shown.y);
  await reading.overlay.waitFor('button', 'Right');
  const first = await takings(page);
  for (const secret of [NOTE, TAG]) expect(first).not.toContain(secret);
  // The spy works: it saw the element of the card come, and it is empty.
  expect(first).toContain('added <div></div>');
  expect(first).not.toContain('open root');

  await readNext(hearsay, reading, site.origin + SECOND_ARTICLE);
  await panel.shows('Lethany protests');
  await panel.select('Related');
  await expect(panel.related.first()).toContainText(FROM_LIBRARY);
  const linked = await page.evaluate((title) => document.documentElement.outerHTML.includes(title), FROM_LIBRARY);
  const second = await takings(page);
  for (const secret of [NOTE, TAG, ...(linked ? [] : [FROM_LIBRARY])]) expect(second).not.toContain(secret);
});

/** What a page can count about itself. */
async function fingerprint(page: Page) {
  return page.evaluate(() => ({
    globals: Object.getOwnPropertyNames(globalThis).toSorted(),
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    classes: [...new Set([...document.querySelectorAll('[class]')].flatMap((one) => [...one.classList]))],
    markup: document.documentElement.outerHTML,
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    runtime: typeof (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime,
    width: document.documentElement.scrollWidth,
    height: document.documentElement.scrollHeight,
  }));
}

test('THREATS: a page cannot tell that the extension is there: before it is started, nothing; after, no file, id, class or global', async ({
  site,
  read,
  hearsay,
}) => {
  const untouched = await hearsay.context.newPage();
  await untouched.goto(site.origin + FIRST_ARTICLE);
  const before = await fingerprint(untouched);
  expect(before.runtime).toBe('undefined');
  const { page, panel } = await read(FIRST_ARTICLE);
  await panel.shows('Karvonia begins');
  await expect.poll(() => countPainted(page, 'claim')).toBeGreaterThan(0);
  expect(await fingerprint(page)).toEqual(before);

  const folder = resolve('.output/chrome-mv3');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.includes('.'));
  expect(files.length).toBeGreaterThan(20);
  const addresses = files.map((file) => `chrome-extension://${hearsay.extensionId}/${file}`);
  const reached = await page.evaluate(async (urls) => {
    const loads = async (url: string) => {
      const fetched = await fetch(url).then(
        () => 'fetched',
        () => '',
      );
      const element = url.endsWith('.css')
        ? Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url })
        : url.endsWith('.js')
          ? Object.assign(document.createElement('script'), { src: url })
          : Object.assign(new Image(), { src: url });
      const loaded = await new Promise<string>((done) => {
        element.addEventListener('load', () => done('loaded'));
        element.addEventListener('error', () => done(''));
        document.head.append(element);
      });
      element.remove();
      return fetched || loaded ? `${url}: ${fetched} ${loaded}` : '';
    };
    return (await Promise.all(urls.map(loads))).filter(Boolean);
  }, addresses);
  expect(reached).toEqual([]);
});

test('THREATS: forged messages of a page change nothing and get no answer', async ({ read, hearsay }) => {
  const { page, panel } = await read(FIRST_ARTICLE);
  await panel.shows('Karvonia begins');
  const answers = await page.evaluate(async (id) => {
    const heard: string[] = [];
    addEventListener('message', ({ data }) => heard.push(JSON.stringify(data).slice(0, 200)));
    const note = { selectors: null, colour: 'amber', body: 'forged', tags: [] };
    const messages = ['page', 'panel', 'tab', 'event'].flatMap((channel) =>
      ['view', 'keep', 'addNote', 'deleteNote', 'readTab', 'leave', 'viewChanged', '__proto__'].map((name) => ({
        channel,
        name,
        args: name === 'addNote' ? [note] : [],
      })),
    );
    for (let round = 0; round < 30; round += 1) {
      for (const message of messages) {
        postMessage(message, '*');
        for (const target of [document, globalThis]) {
          target.dispatchEvent(new CustomEvent('hearsay', { detail: message }));
          target.dispatchEvent(new MessageEvent('message', { data: message, origin: `chrome-extension://${id}` }));
        }
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
        new BroadcastChannel('hearsay').postMessage(message);
      }
    }
    // An extension that let itself be called from pages would be here.
    const { runtime } = (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome ?? {};
    await new Promise((later) => setTimeout(later, 500));
    return {
      own: heard.filter((data) => messages.some((message) => JSON.stringify(message) === data)).length,
      all: heard.length,
      runtime: typeof runtime?.sendMessage,
    };
  }, hearsay.extensionId);
  expect(answers.runtime).toBe('undefined');
  expect(answers.all).toBe(answers.own);
  await expect(panel.page.getByRole('button', { name: 'Save', exact: true })).toBeVisible();
  const stored = await panel.page.evaluate(async () => {
    const opened = indexedDB.open('hearsay');
    await new Promise((done) => opened.addEventListener('success', done));
    // The database has a mark of its own from the start.
    const tables = [...opened.result.objectStoreNames].filter((table) => table !== 'about');
    const counts = tables.map(async (table) => {
      const asked = opened.result.transaction(table).objectStore(table).count();
      await new Promise((done) => asked.addEventListener('success', done));
      return asked.result;
    });
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  });
  expect(stored).toBe(0);
});

test('THREATS: a process of a page that has taken over a content script gets answers at a bounded rate', async ({
  read,
}) => {
  const { page, panel } = await read(FIRST_ARTICLE);
  await panel.shows('Karvonia begins');
  const flood = await panel.page.evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((each) => each.url === url)?.id ?? -1;
    const [ran] = await chrome.scripting.executeScript({
      target: { tabId: tab },
      func: async () => {
        const begun = performance.now();
        const message = { channel: 'page', name: 'completeTag', args: ['a'] };
        const ask = () => chrome.runtime.sendMessage(message).catch(() => null);
        const answers = await Promise.all(Array.from({ length: 1000 }, ask));
        return { answered: answers.filter(Boolean).length, seconds: (performance.now() - begun) / 1000 };
      },
    });
    return ran?.result ?? null;
  }, page.url());
  expect(flood?.answered).toBeGreaterThan(0);
  expect(flood?.answered).toBeLessThanOrEqual(201 + 50 * (flood?.seconds ?? 0));
});

/** The calls of the browser that are made inside a page of the extension, and inside a content script. */
declare const chrome: {
  readonly tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> };
  readonly runtime: { sendMessage(message: object): Promise<unknown> };
  readonly scripting: {
    executeScript(call: object): Promise<{ result?: { answered: number; seconds: number } }[]>;
  };
};
