/**
 * Paints a plan with the CSS Custom Highlight API; the page's DOM is never touched.
 *
 * Own lists of Ranges are kept, because the registry is shared with the page (which may clear it) and cannot be
 * iterated in Firefox. At most `RANGES_PER_FRAME` spans are painted in one go; the rest follow in later frames, those
 * nearest to what the reader sees first.
 */
import type { Span } from '../model/span';
import { diffPlans, spanKey, type Change } from './diff-plans';
import { MARKS, type Mark } from './marks';
import type { PaletteOf } from './page-colours';
import { registryName } from './palettes';
import type { Plan } from './plan';
import type { PaintApi, PaintedHighlight } from './registry';

/** Where a span lies in the live page: one Range for each text node. */
export interface Places {
  rangesOf(span: Span): Range[];
}

/** Above this number of spans at once, painting is spread over frames. */
const SPANS_PER_FRAME = 500;
/** A page that clears the registry over and over wins: painting is no fight. */
const MAX_RESTORES = 40;

/** One Range and the name it is registered under. */
interface Painted {
  readonly name: string;
  readonly range: Range;
}

export interface PainterSetup {
  readonly api: PaintApi;
  /** Called once for each full painting, so that changed colours of the page are seen. */
  readonly readPalettes: () => PaletteOf;
  /** Runs the callback before the next frame. */
  readonly nextFrame: (callback: () => void) => void;
  /** Where in the text the reader is: spans nearest to it are painted first. */
  readonly offsetInSight: () => number;
}

/** Keeps the painted page equal to the last plan it was given. */
export class Painter {
  readonly #setup: PainterSetup;
  readonly #highlights = new Map<string, PaintedHighlight>();
  readonly #painted = new Map<Mark, Map<string, readonly Painted[]>>();
  #places: Places;
  #paletteOf: PaletteOf;
  #plan: Plan = new Map();
  #waiting: Change[] = [];
  #restores = 0;
  #stopped = false;

  constructor(places: Places, setup: PainterSetup) {
    this.#setup = setup;
    this.#places = places;
    this.#paletteOf = setup.readPalettes();
  }

  /** Paints the difference to what is painted; parts that are far away may follow in the next frames. */
  paint(plan: Plan): void {
    if (this.#stopped) return;
    const { removed, added } = diffPlans(this.#plan, plan);
    this.#plan = plan;
    for (const change of removed) this.#erase(change);
    const gone = new Set(removed.map(({ mark, span }) => `${mark} ${spanKey(span)}`));
    this.#waiting = [
      ...this.#waiting.filter(({ mark, span }) => !gone.has(`${mark} ${spanKey(span)}`)),
      ...this.#nearestFirst(added),
    ];
    this.#paintSome();
  }

  /** Paints all of the plan anew: the page has new nodes (`places`) or other colours. */
  repaint(places: Places = this.#places): void {
    const plan = this.#plan;
    this.#clear();
    this.#places = places;
    this.#paletteOf = this.#setup.readPalettes();
    this.paint(plan);
  }

  /** Puts highlights back that the page has removed from the registry; gives whether there were any. */
  restore(): boolean {
    if (this.#restores >= MAX_RESTORES) return false;
    const lost = [...this.#highlights].filter(([name]) => !this.#setup.api.registry.has(name));
    for (const [name, highlight] of lost) this.#setup.api.registry.set(name, highlight);
    if (lost.length > 0) this.#restores++;
    return lost.length > 0;
  }

  /** Whether everything of the plan is painted by now. */
  isDone(): boolean {
    return this.#waiting.length === 0;
  }

  /** Takes all paint off the page for good. */
  stop(): void {
    this.#clear();
    this.#stopped = true;
  }

  #clear(): void {
    for (const name of this.#highlights.keys()) this.#setup.api.registry.delete(name);
    this.#highlights.clear();
    this.#painted.clear();
    this.#waiting = [];
    this.#plan = new Map();
  }

  #paintSome(): void {
    for (const change of this.#waiting.splice(0, SPANS_PER_FRAME)) this.#draw(change);
    if (this.#waiting.length > 0) this.#setup.nextFrame(() => !this.#stopped && this.#paintSome());
  }

  #draw({ mark, span }: Change): void {
    const painted = this.#places.rangesOf(span).flatMap((range) => {
      const element = range.startContainer.parentElement;
      if (!element) return [];
      const name = registryName(mark, this.#paletteOf(element));
      this.#highlightFor(name, mark).add(range);
      return [{ name, range }];
    });
    const ofMark = this.#painted.get(mark) ?? new Map<string, readonly Painted[]>();
    this.#painted.set(mark, ofMark.set(spanKey(span), painted));
  }

  #erase({ mark, span }: Change): void {
    const ofMark = this.#painted.get(mark);
    for (const { name, range } of ofMark?.get(spanKey(span)) ?? []) this.#highlights.get(name)?.delete(range);
    ofMark?.delete(spanKey(span));
  }

  #highlightFor(name: string, mark: Mark): PaintedHighlight {
    const known = this.#highlights.get(name);
    if (known) return known;
    const made = this.#setup.api.create();
    made.priority = MARKS.indexOf(mark);
    this.#highlights.set(name, made);
    this.#setup.api.registry.set(name, made);
    return made;
  }

  #nearestFirst(changes: readonly Change[]): readonly Change[] {
    if (changes.length <= SPANS_PER_FRAME) return changes;
    const here = this.#setup.offsetInSight();
    return changes.toSorted((a, b) => Math.abs(a.span.start - here) - Math.abs(b.span.start - here));
  }
}
