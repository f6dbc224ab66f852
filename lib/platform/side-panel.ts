import { browser } from 'wxt/browser';

/** Each browser has one of the two; the shared types know only Chromium's. */
interface Sidebars {
  readonly sidePanel: { open(options: { tabId: number }): Promise<void> };
  readonly sidebarAction: { open(): Promise<void> };
}

/**
 * Opens the side panel beside a tab (Chromium) or the sidebar of the window (Firefox). Browsers allow it only while
 * they handle a gesture of the reader: call it before any `await`.
 */
export function openSidePanel(tabId: number): Promise<void> {
  const own: Partial<Sidebars> = browser;
  if (own.sidePanel) return own.sidePanel.open({ tabId });
  return own.sidebarAction?.open() ?? Promise.reject(new Error('this browser has no side panel'));
}
