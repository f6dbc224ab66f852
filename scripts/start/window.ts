/** A browser window with the extension loaded and the first sample article open; ends when the window is closed. */
import { resolve } from 'node:path';
import { launchHearsay } from './hearsay-browser';
import { FIRST_ARTICLE, serveSite } from './serve-site.mjs';

async function main(): Promise<void> {
  const site = await serveSite();
  const browser = await launchHearsay({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    extension: resolve('.output/chrome-mv3'),
    headless: false,
  });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(site.origin + FIRST_ARTICLE);
  console.log(`
The first article is open: ${site.origin}${FIRST_ARTICLE}
Click the Hearsay button in the toolbar (a quotation mark; look under the puzzle piece) or press Alt+Shift+H.
All sample articles: ${site.origin}
Close the window to end.`);
  await new Promise((closed) => browser.context.once('close', closed));
  await site.close();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
