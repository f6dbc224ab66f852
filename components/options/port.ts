import type { Layers } from '../../lib/model/page-view';

/** A key command of the extension; `keys` is empty while none is set. */
export interface Shortcut {
  readonly name: string;
  readonly keys: string;
}

/** What is kept, and how much room it takes in bytes; null where the browser does not say. */
export interface Kept {
  readonly clippings: number;
  readonly notes: number;
  readonly bytes: number | null;
}

/** Everything the options page needs from outside of itself. */
export interface OptionsPort {
  sites(): Promise<readonly string[]>;
  forgetSite(pattern: string): Promise<boolean>;
  layers(): Promise<Layers>;
  setLayers(layers: Layers): Promise<void>;
  shortcuts(): Promise<readonly Shortcut[]>;
  /** Where the browser lets key commands be changed, as an address to type. */
  /** What the manifest asks for in this browser. */
  readonly permissions: readonly string[];
  readonly shortcutPage: string;
  kept(): Promise<Kept>;
}
