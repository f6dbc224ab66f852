/** Saves that may be cut off, and the account of them: what was acknowledged must be there, all else whole or not at all. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { bundleForPage } from '../predict/bundle';
import { draftOf, inOrder, noteOf } from './draft';
import { askWorker, type FaultBrowser } from './fault-browser';
import type { Stored } from './stored-in-page';

/** What was asked for and what came back. */
export interface Saves {
  /** Digests of all articles that were asked to be saved. */
  readonly asked: Set<string>;
  /** Id and digest of each article that was acknowledged. */
  readonly articles: Map<string, string>;
  /** Id and words of each note that was acknowledged. */
  readonly notes: Map<string, string>;
}

export const newSaves = (): Saves => ({ asked: new Set(), articles: new Map(), notes: new Map() });

/** How a run ended. */
export interface Outcome {
  readonly tried: number;
  readonly acknowledged: number;
  /** Acknowledged and not there, or not as it was saved. */
  readonly lost: readonly string[];
  /** There, but not whole. */
  readonly torn: readonly string[];
}

/** Asks for the save with this number: an article, each third time with a note on it. True once it was acknowledged. */
export async function save(browser: FaultBrowser, saves: Saves, number: number): Promise<boolean> {
  const draft = draftOf(number);
  const digest = digestOf(draft);
  saves.asked.add(digest);
  if (number % 3 !== 0) {
    const answer = await askWorker(browser, 'keep', [draft]);
    if (answer?.ok && answer.value) saves.articles.set(answer.value.id, digest);
    return answer?.ok ?? false;
  }
  const note = noteOf(number);
  const answer = await askWorker(browser, 'addNote', [draft, note]);
  if (answer?.ok && answer.value) saves.notes.set(answer.value.id, note.body);
  return answer?.ok ?? false;
}

let code: Promise<string> | null = null;

/** What lies in the database, read by a page of ours. */
export async function readStored(own: Page): Promise<Stored> {
  code ??= bundleForPage(join(import.meta.dirname, 'stored-in-page.ts'));
  const script = await code;
  // A script of its own for each page: the policy of our pages lets none in but through the debugger.
  const session = await own.context().newCDPSession(own);
  try {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: `(() => { ${script}; return hearsayPage.readStored().then(JSON.stringify); })()`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    const stored: Stored = JSON.parse(String(result.value));
    return stored;
  } finally {
    await session.detach().catch(() => {});
  }
}

/** Holds what is stored against what was saved. */
export function judge(tried: number, { asked, articles, notes }: Saves, stored: Stored): Outcome {
  const torn = Object.entries(stored.articles).filter(([, digest]) => !asked.has(digest));
  const faults = stored.check.ok
    ? stored.check.value.faults.map(({ kind, clippingId }) => `${kind} ${clippingId}`)
    : [];
  return {
    tried,
    acknowledged: articles.size + notes.size,
    lost: [
      ...(stored.check.ok ? [] : [`everything: ${stored.check.reason}`]),
      ...[...articles].filter(([id, digest]) => stored.articles[id] !== digest).map(([id]) => `article ${id}`),
      ...[...notes].filter(([id, body]) => stored.notes[id] !== body).map(([id]) => `note ${id}`),
    ],
    torn: [...torn.map(([id]) => `article ${id}`), ...faults],
  };
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(inOrder(value)).digest('hex');
}
