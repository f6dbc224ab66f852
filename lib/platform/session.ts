import { browser } from 'wxt/browser';

/** What was put under this key since the browser was started; undefined when nothing was. Content scripts cannot read it. */
export async function readSession(key: string): Promise<unknown> {
  return (await browser.storage.session.get(key))[key];
}

/** Keeps a value until the browser is closed; undefined takes it away. */
export async function writeSession(key: string, value: unknown): Promise<void> {
  await (value === undefined ? browser.storage.session.remove(key) : browser.storage.session.set({ [key]: value }));
}
