/**
 * Reads saved pages in Firefox, over WebDriver BiDi: a tab for each, scripts of the page not let in, all requests but
 * that for the page itself refused. The reader runs in a sandbox, which sees the DOM through Xray wrappers as a
 * content script does.
 */
import { findOrInstallFirefox } from '../start/find-browser.mjs';
import { Firefox } from '../start/firefox';
import type { PageReport } from './article-in-page';
import { contentTypeOf } from './saved-page';
import type { SavedPageReader } from './saved-page-reader';

/** Nothing listens there: what is asked past the interception ends at once. */
const NO_PROXY_PORT = 9;

/** Keeps the page as it was saved: no script, picture or frame of its own. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The part of `network.beforeRequestSent` that is looked at. */
interface Request {
  readonly context: string | null;
  readonly isBlocked: boolean;
  readonly navigation: string | null;
  readonly request: { readonly request: string };
}

/** Reads saved pages in Firefox; `script` defines `readPage`. */
export async function readInFirefox(script: string): Promise<SavedPageReader> {
  const firefox = await Firefox.launch(findOrInstallFirefox() ?? 'firefox', { proxyPort: NO_PROXY_PORT });
  let waiting: { readonly context: string; readonly html: Buffer } | null = null;

  const answer = async ({ context, navigation, request: { request } }: Request) => {
    const served = waiting;
    if (navigation === null) {
      await firefox.send('network.failRequest', { request });
      return;
    }
    if (!served || context !== served.context) {
      // "No content" leaves the page where it is when it tries to go elsewhere.
      await firefox.send('network.provideResponse', { request, statusCode: 204, reasonPhrase: 'No Content' });
      return;
    }
    waiting = null;
    await firefox.send('network.provideResponse', {
      request,
      statusCode: 200,
      reasonPhrase: 'OK',
      headers: [header('content-type', contentTypeOf(served.html)), header('content-security-policy', POLICY)],
      body: { type: 'base64', value: served.html.toString('base64') },
    });
  };
  await firefox.send('network.addIntercept', { phases: ['beforeRequestSent'] });
  await firefox.listen('network.beforeRequestSent', (params) => {
    const asked = params as unknown as Request;
    // A request that is gone before it is answered needs no answer.
    if (asked.isBlocked) void answer(asked).catch(() => null);
  });

  return {
    read: async (html, url) => {
      const context = String((await firefox.send('browsingContext.create', { type: 'tab' }))['context']);
      try {
        waiting = { context, html };
        await firefox.send('browsingContext.navigate', { context, url, wait: 'interactive' });
        const { type, result, exceptionDetails } = await firefox.send('script.evaluate', {
          expression: `${script};JSON.stringify(readPage())`,
          target: { context, sandbox: 'hearsay' },
          awaitPromise: false,
        });
        if (type === 'exception') throw new Error(JSON.stringify(exceptionDetails).slice(0, 500));
        return JSON.parse((result as { value: string }).value) as PageReport;
      } finally {
        await firefox.send('browsingContext.close', { context });
      }
    },
    close: () => firefox.close(),
  };
}

function header(name: string, value: string) {
  return { name, value: { type: 'string', value } };
}
