import type { Page } from '@playwright/test';
import { bundleForPage } from '../predict/bundle';

const bundles = new Map<string, Promise<string>>();

/**
 * Runs a call of a function that the file at `entry` exports inside a page of the extension, whose policy lets no script
 * in but through the debugger. The answer must be plain data.
 */
export async function evaluateIn<Value>(own: Page, entry: string, call: string): Promise<Value> {
  const bundle = bundles.get(entry) ?? bundleForPage(entry);
  bundles.set(entry, bundle);
  const script = await bundle;
  const session = await own.context().newCDPSession(own);
  try {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: `(() => { ${script}; return hearsayPage.${call}.then(JSON.stringify); })()`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    const value: Value = JSON.parse(String(result.value));
    return value;
  } finally {
    await session.detach().catch(() => {});
  }
}
