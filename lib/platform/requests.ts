import { browser } from 'wxt/browser';

/** How many requests this page has made to anything but files of the extension itself, since it was opened. */
export function requestsOutside(): number {
  const own = browser.runtime.getURL('/');
  return performance.getEntriesByType('resource').filter(({ name }) => isOutside(name, own)).length;
}

/** Whether an address leads out of the extension; what lies in memory does not. */
export function isOutside(address: string, own: string): boolean {
  return !address.startsWith(own) && !/^(?:blob|data):/i.test(address);
}
