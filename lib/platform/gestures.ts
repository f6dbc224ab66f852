import { browser } from 'wxt/browser';

const MENU_ITEM = 'read-page';

/** Calls back with the tab when the reader clicks the toolbar button, its key, or the entry of the context menu. */
export function onReadGesture(listener: (tabId: number) => void): void {
  browser.action.onClicked.addListener((tab) => {
    if (tab.id !== undefined) listener(tab.id);
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === MENU_ITEM && tab?.id !== undefined) listener(tab.id);
  });
}

/** Puts our entry into the context menu of pages and selections; `title` is in the reader's language. */
export async function createMenu(title: string): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: MENU_ITEM, title, contexts: ['page', 'selection'] });
}

/** Gives that entry another title. */
export async function renameMenu(title: string): Promise<void> {
  // There is none where it has not been put yet; it gets the title then.
  await browser.contextMenus.update(MENU_ITEM, { title }).catch(() => {});
}

/** Calls back with the front tab when the reader presses the keys of this command of the manifest. */
export function onCommand(name: string, listener: (tabId: number) => void): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === name && tab?.id !== undefined) listener(tab.id);
  });
}

/** Calls back after an install, an update of the extension or of the browser; `isFirst` when it was just installed. */
export function onInstalled(listener: (isFirst: boolean) => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => listener(reason === 'install'));
}
