import { browser } from 'wxt/browser';

/** The tab in the address of one of our pages ("?tab=12"), null where there is none. */
export function tabInAddress(search: string): number | null {
  const given = new URLSearchParams(search).get('tab');
  return given !== null && /^\d{1,15}$/.test(given) ? Number(given) : null;
}

/** Follows the tab on show in the window this page belongs to: calls back at once and on every change. */
export async function followActiveTab(onTab: (tabId: number) => void): Promise<void> {
  const own = await browser.windows.getCurrent();
  browser.tabs.onActivated.addListener(({ tabId, windowId }) => {
    if (windowId === own.id) onTab(tabId);
  });
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  if (active?.id !== undefined) onTab(active.id);
}

/** Calls back when the tab has begun or finished loading; gives the function that ends it. */
export function onTabLoaded(tabId: number, listener: () => void): () => void {
  const onUpdated = (updated: number, { status }: { readonly status?: string | undefined }) => {
    if (updated === tabId && status !== undefined) listener();
  };
  browser.tabs.onUpdated.addListener(onUpdated);
  return () => browser.tabs.onUpdated.removeListener(onUpdated);
}

/** The address of a tab; null where the browser does not let us see it. */
export async function tabAddress(tabId: number): Promise<string | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.url ?? null;
}

/** Opens one of our own pages in a new tab. */
export async function openOwnPage(page: 'welcome.html'): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/${page}`) });
}
