import { browser } from 'wxt/browser';
import { CONTENT_SCRIPT, CONTENT_STYLE } from './inject';
import { allowedSites } from './sites';

/** Names the one registration that reads articles on load. */
const REGISTRATION = 'always-on';

/** Calls back when a site was allowed or given back. */
export function onSitesChanged(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}

let registering = Promise.resolve();

/** Makes the browser read exactly the allowed sites on load, from now on and after a restart. */
export function registerAllowedSites(): Promise<void> {
  // One after the other: two at once would both find nothing registered, and the second would be refused.
  registering = registering.then(registerNow, registerNow);
  return registering;
}

async function registerNow(): Promise<void> {
  const matches = [...(await allowedSites())];
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [REGISTRATION] });
  if (registered.length) await browser.scripting.unregisterContentScripts({ ids: [REGISTRATION] });
  if (!matches.length) return;
  await browser.scripting.registerContentScripts([
    {
      id: REGISTRATION,
      matches,
      js: [CONTENT_SCRIPT],
      css: [CONTENT_STYLE],
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
  ]);
}
