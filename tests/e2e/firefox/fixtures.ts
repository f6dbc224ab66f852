import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { findOrInstallFirefox } from '../../../scripts/start/find-browser.mjs';
import { serveSite, type Site } from '../../../scripts/start/serve-site.mjs';
import { listenOutside } from '../outside';
import { Firefox } from '../../../scripts/start/firefox';
import { FirefoxPage } from './page';
import { Sidebar } from './sidebar';

interface Fixtures {
  /** The sample site; every test has its own. */
  readonly site: Site;
  /** A browser of its own for every test. Fails the test when the extension wanted anything from another machine. */
  readonly firefox: Firefox;
  /** An empty tab. */
  readonly tab: FirefoxPage;
  readonly sidebar: Sidebar;
}

/** Firefox asks its makers for updates, whatever is done to keep it from it. Nothing of Hearsay names them. */
const ASKED_BY_FIREFOX = /^\w+ (?:https?:\/\/)?(?:[\w-]+\.)*(?:mozilla\.(?:com|net|org)|firefox\.com)[:/]/;

export const test = base.extend<Fixtures>({
  site: async ({}, use) => {
    const site = await serveSite();
    await use(site);
    await site.close();
  },
  firefox: async ({}, use) => {
    const extension = resolve('.output/firefox-mv3');
    if (!existsSync(extension)) throw new Error(`${extension} is missing: run npm test, or npm run build first`);
    const outside = await listenOutside();
    const firefox = await Firefox.launch(findOrInstallFirefox() ?? 'firefox', { extension, proxyPort: outside.port });
    await use(firefox);
    await firefox.close();
    await outside.close();
    const asked = outside.asked.filter((line) => !ASKED_BY_FIREFOX.test(line));
    expect(asked, 'requests that left this machine').toEqual([]);
  },
  tab: async ({ firefox }, use) => {
    await use(new FirefoxPage(firefox, await firefox.open('about:blank')));
  },
  sidebar: async ({ firefox }, use) => {
    await use(new Sidebar(firefox));
  },
});

export { expect };
