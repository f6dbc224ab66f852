import { expect } from '@playwright/test';
import type { Firefox, Point } from '../../../scripts/start/firefox';

/** A page of the sample site in a tab of Firefox. */
export class FirefoxPage {
  readonly #firefox: Firefox;
  readonly context: string;

  constructor(firefox: Firefox, context: string) {
    this.#firefox = firefox;
    this.context = context;
  }

  run<Value>(expression: string): Promise<Value> {
    return this.#firefox.run(this.context, expression);
  }

  /** Goes to an address and clicks the toolbar button there. */
  async read(url: string): Promise<void> {
    await this.#firefox.go(this.context, url);
    await this.#firefox.clickButton(this.context);
  }

  /** The words painted with marks that have this in their name, joined. */
  painted(mark: string): Promise<string> {
    return this.run(
      `[...CSS.highlights].filter(([name]) => name.includes(${JSON.stringify(mark)}))
        .flatMap(([, ranges]) => [...ranges].map(String)).join(' ')`,
    );
  }

  /** Selects words of the page with the mouse, from the first to the last character. */
  async select(words: string): Promise<void> {
    const ends = await this.run<readonly [Point, Point] | null>(`(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const words = ${JSON.stringify(words)};
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const start = node.nodeValue.indexOf(words);
        if (start < 0) continue;
        node.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
        const [first, last] = [start, start + words.length - 1].map((at) => {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          return range.getBoundingClientRect();
        });
        return [{ x: first.left + 1, y: first.top + first.height / 2 }, { x: last.right - 1, y: last.top + last.height / 2 }];
      }
      return null;
    })()`);
    if (!ends) throw new Error(`the page does not say: ${words}`);
    const [from, to] = ends;
    await this.#firefox.drag(this.context, [from, { x: (from.x + to.x) / 2, y: from.y }, to]);
  }

  /** Waits for an element of the page and clicks its middle with the mouse. */
  async click(selector: string): Promise<void> {
    const middle = `(() => {
      const element = document.querySelector(${JSON.stringify(selector)});
      element?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = element?.getBoundingClientRect();
      return box?.width ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;
    })()`;
    let at: Point | null = null;
    await expect.poll(async () => (at = await this.run<Point | null>(middle).catch(() => null))).not.toBeNull();
    if (at) await this.#firefox.drag(this.context, [at]);
  }

  /** Waits for a button of this name in what Hearsay shows over the page, and clicks it with the mouse. */
  async press(name: string): Promise<void> {
    let at: Point | null = null;
    await expect.poll(async () => (at = await this.#buttonInStage(name))).not.toBeNull();
    if (at) await this.#firefox.drag(this.context, [at]);
  }

  /** The middle of a button in the closed shadow root at the end of the document, which only the protocol can open. */
  async #buttonInStage(name: string): Promise<Point | null> {
    const target = { context: this.context };
    const found = await this.#firefox.send('script.evaluate', {
      expression: 'document.documentElement.lastElementChild',
      target,
      awaitPromise: false,
      serializationOptions: { maxDomDepth: 0, includeShadowTree: 'all' },
    });
    const { value } = found['result'] as { readonly value?: { readonly shadowRoot?: { readonly sharedId: string } } };
    if (!value?.shadowRoot) return null;
    const answer = await this.#firefox.send('script.callFunction', {
      functionDeclaration: `(root, name) => {
        const button = [...root.querySelectorAll('button')].find((each) => (each.getAttribute('aria-label') ?? each.textContent) === name);
        if (!button) return null;
        const { left, top, width, height } = button.getBoundingClientRect();
        return JSON.stringify({ x: left + width / 2, y: top + height / 2 });
      }`,
      arguments: [{ sharedId: value.shadowRoot.sharedId }, { type: 'string', value: name }],
      target,
      awaitPromise: false,
    });
    const point = (answer['result'] as { readonly value?: string } | undefined)?.value;
    return point === undefined ? null : (JSON.parse(point) as Point);
  }
}
