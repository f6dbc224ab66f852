import { expect } from '@playwright/test';
import type { Firefox } from '../../../scripts/start/firefox';

/** The real sidebar beside the page. The protocol does not reach it, so a script of the browser's own goes in. */
export class Sidebar {
  readonly #firefox: Firefox;

  constructor(firefox: Firefox) {
    this.#firefox = firefox;
  }

  /** The value of an expression on the `document` of the sidebar; throws what it throws. */
  async run<Value>(expression: string): Promise<Value> {
    const script = `
      const { document } = content;
      const named = (selector, name) => [...document.querySelectorAll(selector)].find(
        (each) => each.checkVisibility() && (each.getAttribute('aria-label') ?? each.textContent).trim().startsWith(name));
      let answer;
      try { answer = { value: (${expression}) ?? null }; } catch (error) { answer = { error: String(error) }; }
      sendAsyncMessage('hearsay-test', JSON.stringify(answer));`;
    const answer = await this.#firefox.runInWindow<string>(
      `new Promise((resolve, reject) => {
        const panel = SidebarController.browser.contentDocument?.getElementById('webext-panels-browser');
        if (!panel?.messageManager) throw new Error('there is no sidebar');
        const { messageManager } = panel;
        const heard = ({ data }) => { messageManager.removeMessageListener('hearsay-test', heard); resolve(data); };
        messageManager.addMessageListener('hearsay-test', heard);
        messageManager.loadFrameScript('data:,' + encodeURIComponent(${JSON.stringify(script)}), false);
        setTimeout(() => reject(new Error('the sidebar does not answer')), 5000);
      })`,
    );
    const { value, error } = JSON.parse(answer) as { readonly value: Value; readonly error?: string };
    if (error !== undefined) throw new Error(error);
    return value;
  }

  /** Waits until the sidebar shows these words; else fails with what it shows. */
  async shows(words: string | RegExp): Promise<void> {
    const isThere = (text: string) => (typeof words === 'string' ? text.includes(words) : words.test(text));
    await expect.poll(async () => isThere(await this.text()) || (await this.text())).toBe(true);
  }

  async showsNot(words: string): Promise<void> {
    await expect.poll(() => this.text()).not.toContain(words);
  }

  /** All words on show; a sentence about the sidebar where it is not there yet. */
  text(): Promise<string> {
    return this.run<string>('document.body.innerText').catch(String);
  }

  /** The number beside the name of a tab. */
  async count(tab: string): Promise<number> {
    const label = await this.run<string>(`named('[role=tab]', ${JSON.stringify(tab)}).textContent`);
    return Number(/\d+/.exec(label)?.[0] ?? Number.NaN);
  }

  /** Waits for an element of this kind whose name begins with these words, and presses it. */
  async press(selector: string, name: string): Promise<void> {
    const press = `named(${JSON.stringify(selector)}, ${JSON.stringify(name)}).click()`;
    await expect(async () => void (await this.run(press))).toPass({ timeout: 15_000 });
  }

  /** Clicks an element in such a way that the browser takes it for the reader's own doing, as permissions demand. */
  async clickAsReader(selector: string): Promise<void> {
    await this.run(`(() => {
      const handle = content.windowUtils.setHandlingUserInput(true);
      try { document.querySelector(${JSON.stringify(selector)}).click(); } finally { handle.destruct(); }
    })()`);
  }

  /** Waits for a field and types over what is in it. */
  async type(selector: string, words: string): Promise<void> {
    const type = `(() => {
      const field = document.querySelector(${JSON.stringify(selector)});
      field.focus();
      field.select();
      document.execCommand('insertText', false, ${JSON.stringify(words)});
      return field.value;
    })()`;
    await expect.poll(() => this.run<string>(type).catch(String)).toBe(words);
  }

  /** Presses a key in a field. */
  async key(selector: string, key: string): Promise<void> {
    await this.run(
      `document.querySelector(${JSON.stringify(selector)}).dispatchEvent(
        new content.KeyboardEvent('keydown', { key: ${JSON.stringify(key)}, bubbles: true, cancelable: true }))`,
    );
  }
}
