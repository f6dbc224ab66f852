/** The part of the CSS Custom Highlight API that Hearsay uses (https://drafts.csswg.org/css-highlight-api-1/). */

/** One registered highlight. It is only ever written: in Firefox a content script cannot iterate it. */
export interface PaintedHighlight {
  priority: number;
  add(range: Range): unknown;
  delete(range: Range): boolean;
}

/** `CSS.highlights`, shared by all scripts of the page. */
export interface HighlightRegistryLike {
  has(name: string): boolean;
  set(name: string, highlight: PaintedHighlight): unknown;
  delete(name: string): boolean;
}

/** What the browser gives for painting. */
export interface PaintApi {
  readonly registry: HighlightRegistryLike;
  create(): PaintedHighlight;
}

/** The browser's API, null where it has none (Firefox before 140). */
export function findPaintApi(view: typeof globalThis): PaintApi | null {
  const { CSS, Highlight } = view;
  if (!Highlight || !CSS?.highlights) return null;
  const { highlights } = CSS;
  return {
    registry: {
      has: (name) => highlights.has(name),
      // Only highlights made below are ever set, so the narrower type holds.
      set: (name, highlight) => highlight instanceof Highlight && highlights.set(name, highlight),
      delete: (name) => highlights.delete(name),
    },
    create: () => new Highlight(),
  };
}
