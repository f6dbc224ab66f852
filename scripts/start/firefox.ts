/** A small client for WebDriver BiDi (https://w3c.github.io/webdriver-bidi/): just what tests and measurements in Firefox need. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const EXTENSION_ID = 'hearsay@hearsay.example';
/** A browser that hangs when it is told to close is killed after this long. */
const CLOSE_MS = 3000;
/** The first page of a new reader is waited for no longer than this. */
const WELCOME_MS = 5000;

const PREFERENCES: Readonly<Record<string, string | boolean | number>> = {
  'extensions.webextOptionalPermissionPrompts': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.enabled': false,
  'browser.startup.page': 0,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'app.normandy.enabled': false,
  'browser.newtabpage.activity-stream.feeds.topsites': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.search.update': false,
  'extensions.getAddons.cache.enabled': false,
  'toolkit.telemetry.enabled': false,
};

/** What a Firefox is started with. */
interface Setup {
  /** The unpacked extension to install. */
  readonly extension?: string;
  /** All but this machine is asked through the proxy at this port. */
  readonly proxyPort: number;
}

type Listener = (params: Answer) => void;

/** All but this machine is asked through the proxy at this port. */
function proxyAt(port: number): Readonly<Record<string, string | number>> {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
  };
}

type Answer = Readonly<Record<string, unknown>>;

/** What Firefox says: the answer to a command, or an event. */
interface Message {
  readonly id?: number;
  readonly type: string;
  readonly result?: Answer;
  readonly message?: string;
  readonly method?: string;
  readonly params?: Answer;
}

/** A place in a page, in CSS pixels from its top left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One Firefox with a profile of its own. */
export class Firefox {
  #next = 1;
  readonly #waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  readonly #listeners = new Map<string, Listener>();

  private constructor(
    readonly process: ChildProcess,
    readonly profile: string,
    readonly socket: WebSocket,
  ) {
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(String(data)) as Message;
      if (message.type === 'event') this.#listeners.get(message.method ?? '')?.(message.params ?? {});
      const waiting = message.id === undefined ? undefined : this.#waiting.get(message.id);
      if (!waiting) return;
      this.#waiting.delete(message.id ?? 0);
      if (message.type === 'success') waiting.resolve(message.result ?? {});
      else waiting.reject(new Error(message.message ?? 'BiDi error'));
    });
  }

  /** Starts Firefox, with the extension where one is named. */
  static async launch(executable: string, { extension, proxyPort }: Setup): Promise<Firefox> {
    const profile = mkdtempSync(join(tmpdir(), 'hearsay-firefox-'));
    const preferences = { ...PREFERENCES, ...proxyAt(proxyPort) };
    const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
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
    if (extension !== undefined) {
      await firefox.send('webExtension.install', { extensionData: { type: 'path', path: extension } });
      await firefox.#closeWelcome().catch(() => {});
    }
    return firefox;
  }

  /** The page that greets a new reader opens in front of all others: it goes before anything else is opened. */
  async #closeWelcome(): Promise<void> {
    const end = Date.now() + WELCOME_MS;
    while (Date.now() < end) {
      const tree = await this.send('browsingContext.getTree', {});
      const tabs = tree['contexts'] as readonly { readonly context: string; readonly url: string }[];
      const welcome = tabs.find(({ url }) => url.endsWith('/welcome.html'));
      if (welcome) return void (await this.send('browsingContext.close', { context: welcome.context }));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  send(method: string, params: object): Promise<Answer> {
    const id = this.#next++;
    this.socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  /** Calls back at each event of this name, from now on. */
  async listen(event: string, listener: Listener): Promise<void> {
    this.#listeners.set(event, listener);
    await this.send('session.subscribe', { events: [event] });
  }

  /** A new tab at this address; gives its context once the page has loaded. */
  async open(url: string): Promise<string> {
    const context = String((await this.send('browsingContext.create', { type: 'tab' }))['context']);
    await this.go(context, url);
    return context;
  }

  /** A new tab at a page of the extension; gives its context once that page is there. */
  async openOwnPage(path: string): Promise<string> {
    const host = await this.runInWindow<string>(`WebExtensionPolicy.getByID('${EXTENSION_ID}').mozExtensionHostname`);
    const context = String((await this.send('browsingContext.create', { type: 'tab' }))['context']);
    // To wait for such a page here would be to wait for ever.
    await this.send('browsingContext.navigate', { context, url: `moz-extension://${host}/${path}`, wait: 'none' });
    return context;
  }

  /** Sites the browser has granted the extension, and how many content scripts it runs for it on load. */
  extensionState(): Promise<{ readonly origins: readonly string[]; readonly scripts: number }> {
    return this.runInWindow(`(() => {
      const { allowedOrigins, contentScripts } = WebExtensionPolicy.getByID('${EXTENSION_ID}');
      const origins = allowedOrigins.patterns.map(({ pattern }) => pattern).filter((pattern) => /^http/.test(pattern));
      return { origins, scripts: contentScripts.length };
    })()`);
  }

  /** Goes to an address in a tab, until its page has loaded; also when it is there already. */
  async go(context: string, url: string): Promise<void> {
    await this.send('browsingContext.navigate', { context, url, wait: 'complete' });
  }

  /** The value of an expression in a page (plain data); a promise is awaited. */
  async run<Value>(context: string, expression: string): Promise<Value> {
    const answer = await this.send('script.evaluate', {
      expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
      target: { context },
      awaitPromise: true,
      userActivation: true,
    });
    return valueOf<Value>(answer);
  }

  /** The same in the window around the pages, where the browser itself runs. */
  async runInWindow<Value>(expression: string): Promise<Value> {
    const tree = await this.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const [window] = tree['contexts'] as readonly { readonly context: string }[];
    return this.run(window?.context ?? '', expression);
  }

  /** Clicks the toolbar button on this tab, as a reader would. */
  async clickButton(context: string): Promise<void> {
    await this.send('browsingContext.activate', { context });
    await this.runInWindow(
      `(async () => {
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        const { browserActionFor } = ExtensionParent.apiManager.global;
        const extension = ExtensionParent.WebExtensionPolicy.getByID('${EXTENSION_ID}').extension;
        const handle = window.windowUtils.setHandlingUserInput(true);
        try { await browserActionFor(extension).triggerAction(window); } finally { handle.destruct(); }
      })()`,
    );
  }

  /** Presses the left button of the mouse at the first of these points of a page, and lets it go at the last. */
  async drag(context: string, points: readonly Point[]): Promise<void> {
    const moves = points.map(({ x, y }) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }));
    const [first, ...rest] = moves;
    const button = (type: string) => ({ type, button: 0 });
    const actions = [first, button('pointerDown'), ...rest, button('pointerUp')];
    await this.send('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions }] });
  }

  async close(): Promise<void> {
    const closing = this.send('browser.close', {}).catch(() => {});
    await Promise.race([closing, new Promise((resolve) => setTimeout(resolve, CLOSE_MS))]);
    this.socket.close();
    this.process.kill('SIGKILL');
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** What the expression of `run` came to. */
function valueOf<Value>(answer: Answer): Value {
  if (answer['type'] === 'exception') throw new Error(JSON.stringify(answer['exceptionDetails']).slice(0, 500));
  return JSON.parse((answer['result'] as { value: string }).value) as Value;
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
