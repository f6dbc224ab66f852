import { browser } from 'wxt/browser';

/** The bytes of a file of our own package, by its path in `public/`, unpacked where it is. Rejects when it is not there. */
export async function readOwnFile(path: `models/${string}`): Promise<Uint8Array> {
  // `getURL` is typed with the files of the build; models are known only by name.
  const address = new URL(path, browser.runtime.getURL('/'));
  const response = await fetch(address);
  if (!response.ok) throw new Error(`cannot read ${path}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return isPacked(bytes) ? unpack(bytes) : bytes;
}

/** Whether a file is in the gzip format. */
function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
