import { describe, expect, it } from 'vitest';
import { startFailure } from '../../../lib/platform/read-tab';

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
