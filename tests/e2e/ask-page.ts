import type { Page } from '@playwright/test';

/** What the content script of the page at `address` says of it. */
export async function askPage(panel: Page, address: string): Promise<Answer> {
  return panel.evaluate(async (url) => {
    const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
    // Of all tabs the address is shown only for the one that the click gave access to.
    const tab = (await tabs.query({})).find((each) => each.url === url);
    const nothing = { state: 'silence', reason: '', notice: '', words: 0 };
    if (!tab) return nothing;
    return tabs.sendMessage(tab.id, { channel: 'tab', name: 'view', args: [] }, { frameId: 0 }).then(
      ({ answer }) => ({
        state: answer.state,
        reason: answer.reason ?? '',
        notice: answer.notice ?? '',
        words: answer.article?.text.split(/\s+/).length ?? 0,
      }),
      () => nothing,
    );
  }, address);
}

export interface Answer {
  readonly state: string;
  readonly reason: string;
  readonly notice: string;
  readonly words: number;
}

interface Tabs {
  query(filter: object): Promise<readonly { readonly id: number; readonly url?: string }[]>;
  sendMessage(
    tabId: number,
    message: object,
    options: object,
  ): Promise<{
    readonly answer: {
      readonly state: string;
      readonly reason?: string;
      readonly notice?: string | null;
      readonly article?: { readonly text: string };
    };
  }>;
}
