/**
 * The one element that Hearsay adds to a page, and only while it shows something: a host with a closed shadow root,
 * without attributes, at the end of the document.
 *
 * What is shown here can be seen by the reader alone, but keys typed here can be heard by the page (its listeners on
 * `window` come first). So nothing here takes text: notes, tags and names are typed in the side panel. A host whose
 * attributes the page touches (to hide it over one of its own buttons, say) is taken away at once.
 */
import { render, type VNode } from 'preact';
import { STAGE_CSS } from './stage-css';
import type { Point, Size } from './place-box';

/** Events that stay inside, so that keys meant for a card do not turn the page of a gallery. */
const KEPT_INSIDE = ['keydown', 'keyup', 'keypress', 'pointerdown', 'mousedown', 'click', 'wheel'] as const;

/** What is put on the stage. */
export interface Scenery {
  readonly content: VNode;
  readonly tone: 'light' | 'dark';
  /** Where it goes, given its size; asked again when the page scrolls. Null takes it off: its passage is out of sight. */
  readonly place: (size: Size) => Point | null;
}

export class Stage {
  readonly #document: Document;
  readonly #host: HTMLElement;
  readonly #box: HTMLElement;
  readonly #onTaken: () => void;
  #scenery: Scenery | null = null;

  /** `onTaken` is called when the stage was cleared by something else than `clear`. */
  constructor(document: Document, onTaken: () => void, signal: AbortSignal) {
    this.#document = document;
    this.#onTaken = onTaken;
    this.#host = document.createElement('div');
    const root = this.#host.attachShadow({ mode: 'closed' });
    this.#box = document.createElement('div');
    this.#box.className = 'stage';
    root.append(this.#box);
    dress(root, document);

    for (const type of KEPT_INSIDE) {
      this.#box.addEventListener(type, (event) => event.stopPropagation(), { signal });
    }
    const watch = new MutationObserver(() => this.#taken());
    watch.observe(this.#host, { attributes: true });
    const view = document.defaultView;
    view?.addEventListener('scroll', () => this.reposition(), { capture: true, passive: true, signal });
    view?.addEventListener('resize', () => this.reposition(), { passive: true, signal });
    signal.addEventListener('abort', () => {
      watch.disconnect();
      this.clear();
    });
  }

  /** Shows this, in place of what was shown before. */
  show(scenery: Scenery): void {
    this.#scenery = scenery;
    this.#box.dataset['tone'] = scenery.tone;
    render(scenery.content, this.#box);
    if (!this.#host.isConnected) this.#document.documentElement.append(this.#host);
    this.reposition();
  }

  /** Puts what is shown beside its passage again. */
  reposition(): void {
    if (!this.#scenery) return;
    const at = this.#scenery.place({ width: this.#box.offsetWidth, height: this.#box.offsetHeight });
    if (!at) {
      this.#taken();
      return;
    }
    this.#box.style.transform = `translate(${Math.round(at.left)}px, ${Math.round(at.top)}px)`;
  }

  /** Takes the element out of the page. */
  clear(): void {
    this.#scenery = null;
    render(null, this.#box);
    this.#host.remove();
  }

  /** Moves the keyboard to the first control of what is shown. */
  focus(): void {
    this.#box.querySelector<HTMLElement>('button, [tabindex]')?.focus({ preventScroll: true });
  }

  /** Whether the event happened on the stage. */
  owns(event: Event): boolean {
    return event.composedPath().includes(this.#host);
  }

  /** Whether the keyboard is on the stage. */
  hasFocus(): boolean {
    return this.#document.activeElement === this.#host;
  }

  #taken(): void {
    if (!this.#scenery) return;
    this.clear();
    for (const name of this.#host.getAttributeNames()) this.#host.removeAttribute(name);
    this.#onTaken();
  }
}

/**
 * Gives the shadow root its style. Pages of our own allow no style element; a content script of Firefox may adopt no
 * sheet.
 */
function dress(root: ShadowRoot, document: Document): void {
  if (document.location.protocol.endsWith('-extension:')) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STAGE_CSS);
    root.adoptedStyleSheets = [sheet];
    return;
  }
  const style = document.createElement('style');
  style.textContent = STAGE_CSS;
  root.prepend(style);
}
