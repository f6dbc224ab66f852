import type { CDPSession, Page } from '@playwright/test';

/** What is used of a node as the browser's tools describe it. */
interface DomNode {
  readonly nodeType: number;
  readonly localName: string;
  /** Names and values by turns. */
  readonly attributes?: readonly string[] | undefined;
  readonly children?: readonly DomNode[] | undefined;
  readonly shadowRoots?: readonly DomNode[] | undefined;
  readonly shadowRootType?: string | undefined;
}

interface ShownNode {
  readonly role: string;
  readonly name: string;
  readonly node: number;
  /** Roles of the elements around it. */
  readonly within: readonly string[];
}

/**
 * What Hearsay shows in a page stands in a closed shadow root, out of reach for scripts and locators. This finds it as a
 * screen reader does, by role and name in the accessibility tree, and uses the real mouse.
 */
export class PageOverlay {
  readonly #page: Page;
  #session: CDPSession | null = null;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Names of all shown elements of this role, in order. */
  async names(role: string): Promise<readonly string[]> {
    return (await this.#nodes()).filter((node) => node.role === role).map((node) => node.name);
  }

  /** Clicks the middle of an element (below one of role `within`); waits until it is there, at most ten seconds. */
  async press(role: string, name: string, within = ''): Promise<void> {
    const { x, y } = await this.#centre(role, name, within);
    await this.#page.mouse.click(x, y);
  }

  /** Waits until an element of this role and name is shown. */
  async waitFor(role: string, name: string, within = ''): Promise<void> {
    await this.#centre(role, name, within);
  }

  /** Computed style of the closest element around one of this role and name that matches `selector`. */
  async styleOf(role: string, name: string, selector: string): Promise<Readonly<Record<string, string>>> {
    const found = (await this.#nodes()).find((node) => node.role === role && node.name === name);
    if (!found) throw new Error(`nothing in the page is a ${role} "${name}"`);
    const session = await this.#cdp();
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: found.node });
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: 'function (around) { return { ...getComputedStyle(this.closest(around)) }; }',
      arguments: [{ value: selector }],
      returnByValue: true,
    });
    return result.value as Readonly<Record<string, string>>;
  }

  /** Every element in closed shadow roots of the page: its name and those of its attributes. */
  async tags(): Promise<readonly string[]> {
    const session = await this.#cdp();
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const found: string[] = [];
    const visit = (node: DomNode, isInside: boolean): void => {
      const attributes = (node.attributes ?? []).filter((_part, i) => i % 2 === 0);
      if (isInside && node.nodeType === 1) found.push([node.localName, ...attributes].join(' '));
      for (const child of node.children ?? []) visit(child, isInside);
      for (const shadow of node.shadowRoots ?? []) visit(shadow, isInside || shadow.shadowRootType === 'closed');
    };
    visit(root, false);
    return found;
  }

  /** The middle of the element once it rests there: a card that has just come may still be moved to its place. */
  async #centre(role: string, name: string, within: string): Promise<{ x: number; y: number }> {
    let before = '';
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const found = (await this.#nodes()).find(
        (node) => node.role === role && node.name === name && (within === '' || node.within.includes(within)),
      );
      const quad = found && (await this.#quadOf(found.node));
      const isResting = before === String(quad);
      before = String(quad);
      if (quad && isResting) return { x: (quad[0] + quad[4]) / 2, y: (quad[1] + quad[5]) / 2 };
      await this.#page.waitForTimeout(100);
    }
    throw new Error(`nothing in the page is a ${role} "${name}"`);
  }

  async #quadOf(
    backendNodeId: number,
  ): Promise<(readonly number[] & { 0: number; 1: number; 4: number; 5: number }) | null> {
    const session = await this.#cdp();
    const { quads } = await session.send('DOM.getContentQuads', { backendNodeId }).catch(() => ({ quads: [] }));
    const [a, b, , , c, d] = quads[0] ?? [];
    return a === undefined || b === undefined || c === undefined || d === undefined ? null : [a, b, 0, 0, c, d];
  }

  async #nodes(): Promise<readonly ShownNode[]> {
    const session = await this.#cdp();
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const rolesAbove = (id: string | undefined): string[] => {
      const node = id === undefined ? undefined : byId.get(id);
      return node ? [String(node.role?.value ?? ''), ...rolesAbove(node.parentId)] : [];
    };
    return nodes
      .filter((node) => !node.ignored)
      .map((node) => ({
        role: String(node.role?.value ?? ''),
        name: String(node.name?.value ?? ''),
        node: node.backendDOMNodeId ?? 0,
        within: rolesAbove(node.parentId),
      }));
  }

  async #cdp(): Promise<CDPSession> {
    this.#session ??= await this.#page.context().newCDPSession(this.#page);
    return this.#session;
  }
}

/** How many ranges Hearsay has painted in the page, by mark ("claim-direct"); names end in the mark. */
export async function painted(page: Page): Promise<Readonly<Record<string, number>>> {
  return page.evaluate(() =>
    Object.fromEntries([...CSS.highlights].map(([name, ranges]) => [name.replace(/^hearsay-/, ''), ranges.size])),
  );
}

/** Selects words of the page by dragging the mouse over them, from the first to the last character. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const ends = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.nodeValue?.indexOf(wanted) ?? -1;
      if (start < 0) continue;
      node.parentElement?.scrollIntoView({ block: 'center' });
      // No named function in here: the loader of TypeScript would wrap it in a helper that the page does not have.
      const [first, last] = [0, wanted.length - 1].map((at) => {
        const range = document.createRange();
        range.setStart(node, start + at);
        range.setEnd(node, start + at + 1);
        return range.getBoundingClientRect();
      });
      if (!first || !last) continue;
      return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2] as const;
    }
    return null;
  }, words);
  if (!ends) throw new Error(`the page does not say: ${words}`);
  const [x1, y1, x2, y2] = ends;
  await page.mouse.move(x1, y1);
  await page.mouse.down();
  await page.mouse.move((x1 + x2) / 2, (y1 + y2) / 2, { steps: 3 });
  await page.mouse.move(x2, y2, { steps: 3 });
  await page.mouse.up();
}
