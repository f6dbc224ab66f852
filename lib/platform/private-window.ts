import { browser } from 'wxt/browser';

/** Whether this runs in a private window: what is kept there lies in memory and goes with the last such window. */
export function isPrivateWindow(): boolean {
  return browser.extension.inIncognitoContext;
}
