/** A small client for WebDriver BiDi (https://w3c.github.io/webdriver-bidi/): just what the Firefox stories need. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where pages of the extension live in this profile: Firefox would choose another address each time. */
export const EXTENSION_ORIGIN = 'moz-extension://5f0c1a52-6a0e-4d4c-9d5e-0a1b2c3d4e5f';

const EXTENSION_ID = 'hearsay@hearsay.example';

const PREFERENCES: Readonly<Record<string, string | boolean | number>> = {
  'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: new URL(EXTENSION_ORIGIN).host }),
  'extensions.webextOptionalPermissionPrompts': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.enabled': false,
  'browser.startup.page': 0,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
};

type Answer = Readonly<Record<string, unknown>>;

/** One Firefox with a profile of its own. */
export class Firefox {
  #next = 1;
  readonly #waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();

  private constructor(
    readonly process: ChildProcess,
    readonly profile: string,
    readonly socket: WebSocket,
  ) {
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(String(data)) as { id?: number; type: string; result?: Answer; message?: string };
      const waiting = message.id === undefined ? undefined : this.#waiting.get(message.id);
      if (!waiting) return;
      this.#waiting.delete(message.id ?? 0);
      if (message.type === 'success') waiting.resolve(message.result ?? {});
      else waiting.reject(new Error(message.message ?? 'BiDi error'));
    });
  }

  /** Starts Firefox and installs the unpacked extension at `extension`. */
  static async launch(executable: string, extension: string): Promise<Firefox> {
    const profile = mkdtempSync(join(tmpdir(), 'hearsay-firefox-'));
    const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
    writeFileSync(join(profile, 'user.js'), lines.join('\n'));
    const args = ['--headless', '--no-remote', '--remote-allow-system-access', '--remote-debugging-port', '0'];
    const child = spawn(executable, [...args, '--profile', profile], { stdio: ['ignore', 'ignore', 'pipe'] });
    const socket = new WebSocket(`${await addressOf(child)}/session`);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', reject, { once: true });
    });
    const firefox = new Firefox(child, profile, socket);
    await firefox.send('session.new', { capabilities: {} });
    await firefox.send('webExtension.install', { extensionData: { type: 'path', path: extension } });
    return firefox;
  }

  send(method: string, params: object): Promise<Answer> {
    const id = this.#next++;
    this.socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  /** A new tab at this address; gives its context once the page answers. */
  async open(url: string): Promise<string> {
    const context = String((await this.send('browsingContext.create', { type: 'tab' }))['context']);
    await this.go(context, url);
    return context;
  }

  /** Goes to an address in a tab, until its document is there (pages of the extension never report that themselves). */
  async go(context: string, url: string): Promise<void> {
    void this.send('browsingContext.navigate', { context, url, wait: 'none' }).catch(() => {});
    await until(
      async () => (await this.run<string>(context, 'location.href + document.readyState')) === `${url}complete`,
    );
  }

  /** The value of an expression in a page (plain data); a promise is awaited. */
  async run<Value>(context: string, expression: string, realm: object = { context }): Promise<Value> {
    const answer = await this.send('script.evaluate', {
      expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
      target: realm,
      awaitPromise: true,
      userActivation: true,
    });
    if (answer['type'] === 'exception') throw new Error(JSON.stringify(answer['exceptionDetails']).slice(0, 500));
    return JSON.parse((answer['result'] as { value: string }).value) as Value;
  }

  /** Clicks the toolbar button on the tab in front, as a reader would, and gives the number the extension knows it by. */
  async clickButton(context: string): Promise<number> {
    await this.send('browsingContext.activate', { context });
    const tree = (await this.send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
      contexts: { context: string }[];
    };
    const chrome = tree.contexts[0]?.context ?? '';
    return this.run<number>(
      chrome,
      `(async () => {
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        const { browserActionFor, tabTracker } = ExtensionParent.apiManager.global;
        const extension = ExtensionParent.WebExtensionPolicy.getByID('${EXTENSION_ID}').extension;
        const handle = window.windowUtils.setHandlingUserInput(true);
        try { await browserActionFor(extension).triggerAction(window); } finally { handle.destruct(); }
        return tabTracker.getId(gBrowser.selectedTab);
      })()`,
    );
  }

  async close(): Promise<void> {
    await this.send('browser.close', {}).catch(() => {});
    this.socket.close();
    this.process.kill('SIGKILL');
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Waits until `holds`; errors count as "not yet". Throws after 20 s. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  let last: unknown = null;
  while (Date.now() < end) {
    try {
      if (await holds()) return;
      last = null;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('waited in vain', { cause: last });
}

/** The address Firefox prints when it is ready for a client. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stderr?.on('data', (data: Buffer) => {
      printed += data.toString();
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(printed)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`Firefox ended: ${printed.slice(-500)}`)));
  });
}
