/** Opens saved pages in a real Chromium as if they came from their own address: nothing else is loaded, no script of theirs runs. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium to use: CHROME_PATH, else the system's, else the one that Playwright brings. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, headless: true, args: ARGS });
}

/** Bytes of a saved page, gunzipped where need be. */
export function readSavedPage(path: string): Buffer {
  const bytes = readFileSync(path);
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

/** Opens `html` at `url` in a new page of `context`; the caller closes it. */
export async function openSavedPage(context: BrowserContext, html: Buffer, url: string): Promise<Page> {
  const page = await context.newPage();
  let isServed = false;
  await page.route('**/*', async (route) => {
    const isPage = !isServed && route.request().isNavigationRequest() && route.request().frame() === page.mainFrame();
    if (isPage) {
      isServed = true;
      await route.fulfill({ status: 200, contentType: contentTypeOf(html), body: html });
    } else if (route.request().isNavigationRequest()) {
      // "No content" leaves the page where it is when it tries to go elsewhere.
      await route.fulfill({ status: 204 });
    } else {
      await route.abort();
    }
  });
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  return page;
}

/** Names the charset where the bytes prove it; else the page's own meta element decides. */
export function contentTypeOf(html: Buffer): string {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(html);
    return 'text/html; charset=utf-8';
  } catch {
    return 'text/html';
  }
}

/** Runs `expression` in a world of its own over the DOM of `page`, as a content script does, and gives its value (plain data). */
export async function evaluateIsolated(page: Page, expression: string): Promise<unknown> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'hearsay',
  });
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    contextId: executionContextId,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
