import type { Page } from '@playwright/test';
import { FIRST_ARTICLE } from '../../scripts/start/serve-site.mjs';
import { expect, test } from './fixtures';

/** Markdown and HTML that would load or run something if it were taken at its word. */
const hostile = (origin: string) =>
  [
    `![near](${origin}/pixel.png) ![far](https://tracker.example/pixel.png)`,
    '[click](javascript:document.title="taken") [data](data:text/html,<script>document.title="taken"</script>)',
    '<script>document.title="taken"</script>',
    `<img src="${origin}/pixel.png" onerror="document.title='taken'">`,
    `<iframe src="${origin}/frame"></iframe><object data="${origin}/object"></object>`,
    `<style>@import url(${origin}/style.css);</style><svg onload="document.title='taken'"></svg>`,
    `<form action="${origin}/form"><button>Send</button></form>`,
    // A named entity: decoding it by way of a sink for markup would be refused by the policy of Trusted Types.
    'Fish &amp; chips &copy; The end of it',
  ].join('\n\n');

/** Everything in a note that could load, run or send something. */
async function dangerIn(page: Page): Promise<readonly string[]> {
  const note = page.locator('.markdown', { hasText: 'Fish & chips © The end of it' });
  await expect(note.first()).toBeVisible();
  return note
    .first()
    .locator('*')
    .evaluateAll((elements) =>
      elements
        .filter(
          (each) =>
            /^(?:img|script|iframe|object|embed|style|link|svg|form|button|input)$/i.test(each.localName) ||
            (each instanceof HTMLAnchorElement && !/^https?:/.test(each.href)) ||
            each.getAttributeNames().some((name) => name.startsWith('on')),
        )
        .map((each) => each.outerHTML),
    );
}

test('a hostile note is shown as words, in the panel and in the library, and asks for nothing', async ({
  site,
  read,
  hearsay,
}) => {
  const { panel } = await read(FIRST_ARTICLE);
  await panel.shows('Karvonia begins');
  await panel.select('Notes');
  await panel.page.getByRole('button', { name: 'Write a note on this article' }).click();
  const before = site.requests.length;
  await panel.writeNote(hostile(site.origin));
  expect(await dangerIn(panel.page)).toEqual([]);

  await expect(panel.page.getByText(/^Saved /).first()).toBeVisible();
  const address = await panel.page.getByRole('link', { name: 'Library' }).getAttribute('href');
  const title = await panel.page.title();
  const library = await hearsay.context.newPage();
  await library.goto(`chrome-extension://${hearsay.extensionId}${address ?? ''}`);
  await library.getByRole('tab', { name: 'Notes 1' }).click();
  expect(await dangerIn(library)).toEqual([]);
  expect(site.requests.slice(before)).toEqual([]);
  expect([title, await library.title()]).not.toContain('taken');
});
