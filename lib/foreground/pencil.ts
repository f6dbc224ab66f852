/** Keeps the paint on the page equal to what is known: the layers, what is pointed at, what is flashed. */
import { createPaletteReader, type PaletteOf } from '../highlight/page-colours';
import { Painter } from '../highlight/painter';
import { planOf, spansOf, type Scene } from '../highlight/plan';
import { findPaintApi } from '../highlight/registry';
import { stretchAt } from '../highlight/hit-test';
import type { Claim } from '../model/analysis';
import type { Tone } from '../highlight/palettes';
import { isSameTarget, type PanelTarget } from '../model/target';
import type { ArticlePage, ReadArticle } from './article-page';
import { boxAround, type Box } from './place-box';

/** How long something flashes when the panel shows where it is. */
const FLASH_MS = 900;

export class Pencil {
  readonly #document: Document;
  readonly #view: Window;
  readonly #page: ArticlePage;
  readonly #api = findPaintApi(globalThis);
  #painter: Painter | null = null;
  #pointed: PanelTarget | null = null;
  #flashed: PanelTarget | null = null;
  #flashTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(document: Document, view: Window, page: ArticlePage, signal: AbortSignal) {
    this.#document = document;
    this.#view = view;
    this.#page = page;
    const schemes = view.matchMedia('(prefers-color-scheme: dark)');
    schemes.addEventListener('change', () => this.#painter?.repaint(), { signal });
    signal.addEventListener('abort', () => {
      clearTimeout(this.#flashTimer);
      this.#painter?.stop();
    });
  }

  /** Paints what has changed. */
  paint(): void {
    const { read } = this.#page;
    if (!read) {
      this.#painter?.stop();
      this.#painter = null;
      return;
    }
    this.#painterOn(read)?.paint(planOf(this.#scene(read)));
  }

  /** Paints all anew: the article stands in other nodes. */
  repaint(): void {
    const { read } = this.#page;
    if (read) this.#painter?.repaint(read.textMap);
    this.paint();
  }

  /** Puts back what the page has cleared. */
  restore(): void {
    this.#painter?.restore();
  }

  /** What is pointed at; null for nothing. Gives whether that is something else than before. */
  point(target: PanelTarget | null): boolean {
    if (isSameTarget(target, this.#pointed)) return false;
    this.#pointed = target;
    this.paint();
    return true;
  }

  /** Flashes a target for a moment. */
  flash(target: PanelTarget): void {
    clearTimeout(this.#flashTimer);
    this.#flashed = target;
    this.paint();
    this.#flashTimer = setTimeout(() => {
      this.#flashed = null;
      this.paint();
    }, FLASH_MS);
  }

  /** The tone of the paper the target stands on. */
  toneAt(target: PanelTarget): Tone {
    const node = this.#rangesOf(target)[0]?.startContainer;
    return node ? this.toneOf(node) : 'light';
  }

  /** The tone of the paper a node stands on. */
  toneOf(node: Node): Tone {
    const element = node instanceof Element ? node : node.parentElement;
    return element ? createPaletteReader(this.#view)(element).tone : 'light';
  }

  /** Boxes of a target's lines in the window; of an actor, of the first mention. */
  boxesOf(target: PanelTarget): readonly Box[] {
    return this.#rangesOf(target).flatMap((range) => [...range.getClientRects()].filter(({ width }) => width > 0));
  }

  /** The box around a claim's lines with its speaker and cue; null when it is not on the page. */
  sentenceBox(claim: Claim): Box | null {
    const places = this.#page.read?.textMap;
    const spans = [...claim.content, ...claim.source, ...claim.cue];
    const ranges = places ? spans.flatMap((span) => places.rangesOf(span)) : [];
    return boxAround(ranges.flatMap((range) => [...range.getClientRects()].filter(({ width }) => width > 0)));
  }

  /** Left and right edge of the column of text a claim stands in; null when it is not on the page. */
  columnOf({ content: [first] }: Claim): Pick<Box, 'left' | 'right'> | null {
    const range = first && this.#page.read?.textMap.rangesOf(first)[0];
    let element = range?.startContainer.parentElement ?? null;
    while (element && this.#view.getComputedStyle(element).display.startsWith('inline'))
      element = element.parentElement;
    return element?.getBoundingClientRect() ?? null;
  }

  /** Scrolls the target into view and flashes it; false when it has no place on the page. */
  reveal(target: PanelTarget): boolean {
    const range = this.#rangesOf(target)[0];
    const element = range?.startContainer.parentElement;
    if (!range || !element || this.boxesOf(target).length === 0) return false;
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    // The element may be longer than the window, then its middle says nothing about the passage.
    const { top, bottom } = range.getBoundingClientRect();
    const height = this.#view.innerHeight;
    if (top < 0 || bottom > height) this.#view.scrollBy({ top: top - height / 3, behavior: 'instant' });
    this.flash(target);
    return true;
  }

  #rangesOf(target: PanelTarget): readonly Range[] {
    const { read } = this.#page;
    if (!read) return [];
    const spans = spansOf(target, read);
    const wanted = target.kind === 'actor' ? spans.slice(0, 1) : spans;
    return wanted.flatMap((span) => read.textMap.rangesOf(span));
  }

  #scene(read: ReadArticle): Scene {
    const { analysis, notes, verdicts, changes } = read;
    return {
      analysis,
      notes,
      verdicts,
      changes,
      layers: this.#page.layers,
      pointed: this.#pointed,
      flashed: this.#flashed,
    };
  }

  #painterOn(read: ReadArticle): Painter | null {
    if (!this.#api) return null;
    this.#painter ??= new Painter(read.textMap, {
      api: this.#api,
      readPalettes: (): PaletteOf => createPaletteReader(this.#view),
      nextFrame: (callback) => this.#view.requestAnimationFrame(callback),
      offsetInSight: () => this.#offsetInSight(read),
    });
    return this.#painter;
  }

  #offsetInSight(read: ReadArticle): number {
    const { innerWidth, innerHeight } = this.#view;
    const tries = [0.5, 0.3, 0.7].map((share) =>
      stretchAt(innerWidth / 2, innerHeight * share, this.#document, read.textMap),
    );
    return tries.find((stretch) => stretch !== null)?.start ?? 0;
  }
}

/** The box around a target's lines; null when it is not on the page. */
export function passageBox(pencil: Pencil, target: PanelTarget): Box | null {
  return boxAround(pencil.boxesOf(target));
}
