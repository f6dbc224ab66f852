import { beforeEach, describe, expect, it, vi } from 'vitest';

const fake = vi.hoisted(() => ({ answer: async (): Promise<unknown> => [], url: undefined as string | undefined }));

vi.mock('wxt/browser', () => ({
  browser: {
    scripting: { executeScript: () => fake.answer(), insertCSS: async () => {} },
    tabs: { get: async () => ({ url: fake.url }) },
  },
}));

const { readTab, startFailure, whyNotRead } = await import('../../../lib/platform/read-tab');

describe('a page that is asked whether it could be read', () => {
  const loaded = { mediaType: 'text/html', isLoading: false };
  beforeEach(() => void (fake.url = undefined));

  it.each([
    ['could', async () => [{ frameId: 0, result: loaded }], null],
    ['is loading', async () => [{ frameId: 0, result: { ...loaded, isLoading: true } }], 'loading'],
    ['is a PDF', async () => [{ frameId: 0, result: { ...loaded, mediaType: 'application/pdf' } }], 'pdf'],
    ['is one of the browser’s own, which Firefox does not say', async () => [null], 'browser-page'],
    [
      'gives no access',
      async () => {
        throw new Error('Missing host permission for the tab');
      },
      'no-access',
    ],
  ])('%s', async (_, answer, reason) => {
    fake.answer = answer;
    expect(await whyNotRead(7)).toBe(reason);
  });

  it('is not taken for read when the script was turned away without a word', async () => {
    fake.answer = async () => [null];
    expect(await readTab(7)).toEqual({ ok: false, reason: 'browser-page' });
    fake.answer = async () => [{ frameId: 0 }];
    expect(await readTab(7)).toEqual({ ok: true, value: null });
  });
});

describe('why a page cannot be read', () => {
  it.each([
    ['Error: Cannot access a chrome:// URL', 'chrome://settings', 'browser-page'],
    ['Error: Cannot access a chrome:// URL', null, 'browser-page'],
    ['Error: The extensions gallery cannot be scripted.', null, 'browser-page'],
    ['Error: Missing host permission for the tab', 'about:config', 'browser-page'],
    ['Error: Missing host permission for the tab', 'https://a.example/report.pdf#page=2', 'pdf'],
    [
      'Error: Cannot access contents of the page. Extension manifest must request permission to access the respective host.',
      null,
      'no-access',
    ],
    ['Error: Missing host permission for the tab', null, 'no-access'],
    ['Error: No tab with id: 7.', null, 'failed'],
  ])('%s at %s', (message, address, reason) => {
    expect(startFailure(message, address)).toBe(reason);
  });
});
