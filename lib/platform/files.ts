import { browser } from 'wxt/browser';

/** The bytes of a file of our own package, by its path in `public/`. Rejects when it is not there. */
export async function readOwnFile(path: `models/${string}`): Promise<Uint8Array> {
  // `getURL` is typed with the files of the build; models are known only by name.
  const address = new URL(path, browser.runtime.getURL('/'));
  const response = await fetch(address);
  if (!response.ok) throw new Error(`cannot read ${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
