/** Saves that may be cut off, and the account of them: what was acknowledged must be there, all else whole or not at all. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { draftOf, inOrder, noteOf } from './draft';
import { evaluateIn } from './evaluate-in';
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
  /** How many saves were answered with each reason against them, or not at all. */
  readonly refused: Map<string, number>;
}

/** The account before anything was asked for. */
export function newSaves(): Saves {
  return { asked: new Set(), articles: new Map(), notes: new Map(), refused: new Map() };
}

/** How a run ended. */
export interface Outcome {
  readonly tried: number;
  readonly acknowledged: number;
  /** How the other saves were answered, for the reader of the figures. */
  readonly refused: string;
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
  const note = number % 3 === 0 ? noteOf(number) : null;
  const asked = note ? askWorker(browser, 'addNote', [draft, note]) : askWorker(browser, 'keep', [draft]);
  const answer = await asked.catch((error: unknown) => ({ ok: false, reason: reasonOf(error) }) as const);
  if (!answer?.ok || !answer.value) {
    const reason = answer?.reason ?? 'no answer';
    saves.refused.set(reason, (saves.refused.get(reason) ?? 0) + 1);
    return false;
  }
  if (note) saves.notes.set(answer.value.id, note.body);
  else saves.articles.set(answer.value.id, digest);
  return true;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}

/** What lies in the database, read by a page of ours. */
export function readStored(own: Page): Promise<Stored> {
  return evaluateIn<Stored>(own, join(import.meta.dirname, 'stored-in-page.ts'), 'readStored()');
}

/** Holds what is stored against what was saved. */
export function judge(tried: number, { asked, articles, notes, refused }: Saves, stored: Stored): Outcome {
  const torn = Object.entries(stored.articles).filter(([, digest]) => !asked.has(digest));
  const faults = stored.check.ok
    ? stored.check.value.faults.map(({ kind, clippingId }) => `${kind} ${clippingId}`)
    : [];
  return {
    tried,
    acknowledged: articles.size + notes.size,
    refused: [...refused].map(([reason, count]) => `${count} ${reason}`).join(', '),
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
