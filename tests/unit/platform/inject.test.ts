import { beforeEach, expect, it, vi } from 'vitest';
import { MAX_ELEMENTS } from '../../../lib/model/page-limits';

const fake = vi.hoisted(() => ({ elements: 0, done: [] as string[] }));

vi.mock('wxt/browser', () => ({
  browser: {
    scripting: {
      executeScript: async ({ files }: { files?: readonly string[] }) => {
        if (files) fake.done.push('script');
        return [{ frameId: 0, result: files ? undefined : fake.elements }];
      },
      insertCSS: async () => void fake.done.push('style'),
    },
  },
}));

const { injectContentScript } = await import('../../../lib/platform/inject');

beforeEach(() => void (fake.done = []));

it.each([
  ['gets script and style', 'that may be read', MAX_ELEMENTS, ['script', 'style']],
  ['is not styled anew', 'too large to be read', MAX_ELEMENTS + 1, ['script']],
])('%s: a page %s', async (_does, _page, elements, done) => {
  fake.elements = elements;
  await injectContentScript(7);
  expect(fake.done).toEqual(done);
});
