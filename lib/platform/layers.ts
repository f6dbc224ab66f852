import { browser } from 'wxt/browser';
import type { Layer, Layers } from '../model/page-view';

const KEY = 'layers';

/** What is painted until the reader chooses otherwise. */
export const FIRST_LAYERS: Layers = { claims: true, actors: false, notes: true };

/** Stored layers as they may be read: anything that is not a truth value is as at first. */
export function toLayers(stored: unknown): Layers {
  const of = (key: keyof Layers) => {
    const value: unknown = typeof stored === 'object' && stored !== null ? Reflect.get(stored, key) : undefined;
    return typeof value === 'boolean' ? value : FIRST_LAYERS[key];
  };
  return { claims: of('claims'), actors: of('actors'), notes: of('notes') };
}

/** The layers that a newly read page is painted with. */
export async function readLayers(): Promise<Layers> {
  return toLayers((await browser.storage.local.get(KEY))[KEY]);
}

/** Paints pages read from now on with the layer, or without it. */
export async function writeLayer(layer: Layer, on: boolean): Promise<void> {
  // One after another, in whatever page they were pressed: a press may not undo the one before.
  await navigator.locks.request(KEY, async () => {
    await browser.storage.local.set({ [KEY]: { ...(await readLayers()), [layer]: on } });
  });
}
