import type { PageReport } from './article-in-page';
import { evaluateIsolated, launchChromium, openSavedPage } from './saved-page';
import type { SavedPageReader } from './saved-page-reader';

/** Reads saved pages in Chromium; `script` defines `readPage`. A browser that has gone is started again. */
export async function readInChromium(script: string): Promise<SavedPageReader> {
  let browser = await launchChromium();
  return {
    read: async (html, url) => {
      if (!browser.isConnected()) browser = await launchChromium();
      const context = await browser.newContext({ javaScriptEnabled: false });
      try {
        const page = await openSavedPage(context, html, url);
        return (await evaluateIsolated(page, `${script};readPage()`)) as PageReport;
      } finally {
        await context.close().catch(() => null);
      }
    },
    close: () => browser.close(),
  };
}
