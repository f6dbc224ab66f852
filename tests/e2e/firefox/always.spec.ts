import { FIRST_ARTICLE, SECOND_ARTICLE } from '../../../scripts/start/serve-site.mjs';
import { expect, test } from './fixtures';
import { FirefoxPage } from './page';

// A preference answers the browser's question with yes; all else is what happens to a reader.
test('"Always on this site" is granted in the sidebar, reads articles on load, and is given back on the options page', async ({
  site,
  firefox,
  tab,
  sidebar,
}) => {
  await tab.read(site.origin + FIRST_ARTICLE);
  await sidebar.shows('Karvonia begins');
  expect(await firefox.extensionState()).toEqual({ origins: [], scripts: 0 });

  await sidebar.clickAsReader('.switch input');
  await sidebar.shows('Hearsay now reads articles on localhost by itself.');
  await expect.poll(() => firefox.extensionState()).toEqual({ origins: ['http://localhost/*'], scripts: 1 });
  const second = new FirefoxPage(firefox, await firefox.open(site.origin + SECOND_ARTICLE));
  await expect.poll(() => second.painted('claim-')).not.toBe('');

  const options = new FirefoxPage(firefox, await firefox.openOwnPage('options.html'));
  await options.click('button[aria-label^="Remove"][aria-label*="localhost"]');
  await expect.poll(() => firefox.extensionState()).toEqual({ origins: [], scripts: 0 });
  await expect.poll(() => options.run<string>('document.body.innerText')).toContain('None yet.');

  const third = new FirefoxPage(firefox, await firefox.open(site.origin + SECOND_ARTICLE));
  expect(await third.painted('')).toBe('');
  // The same tab is read at a click, as before.
  await firefox.clickButton(third.context);
  await expect.poll(() => third.painted('claim-')).not.toBe('');
});
