import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { fail } from '../model/result';
import type { Handlers } from './later';
import type { PageCalls, PageEvents, PanelCalls, TabCalls } from './protocol';
import { rateLimit } from './rate-limit';
import { EVENT_ARGS, PAGE_ARGS, PANEL_ARGS, TAB_ARGS } from './schemas';
import { type Self, type Sender, isOwnPage, isOwnSide, pageSender } from './sender';
import { type Channel, readMessage } from './wire';

/** Ends the serving. */
export type Stop = () => void;

type Schemas = Readonly<Record<string, v.GenericSchema<unknown, readonly unknown[]>>>;

/** What a message gets: nothing (it is not ours, or forged), or an answer that comes later. */
export type Receive = (raw: unknown, sender: Sender) => Promise<{ readonly answer: unknown }> | null;

/** Serves the content scripts, in the worker. Handlers get the number of the tab. */
export function servePages(handlers: Handlers<PageCalls, number>): Stop {
  const mayPass = rateLimit();
  return listen(
    receiver('page', PAGE_ARGS, handlers, (sender) => {
      const tab = pageSender(sender, self());
      return tab !== null && mayPass(tab, Date.now()) ? tab : null;
    }),
  );
}

/** Serves our own pages, in the worker. */
export function serveOwnPages(handlers: Handlers<PanelCalls, true>): Stop {
  return listen(receiver('panel', PANEL_ARGS, handlers, (sender) => isOwnPage(sender, self()) || null));
}

/** Serves our own pages, in a content script: only they can send to a tab. */
export function serveTab(handlers: Handlers<TabCalls, true>): Stop {
  return listen(receiver('tab', TAB_ARGS, handlers, (sender) => isOwnSide(sender, self()) || null));
}

/** Listens to what the content script of `tabId` tells, in the panel. */
export function onPageEvents(tabId: number, listeners: PageEvents): Stop {
  const handlers: Handlers<PageEvents, number> = {
    viewChanged: () => listeners.viewChanged(),
    pointedAt: (_tab, claim) => listeners.pointedAt(claim),
  };
  return listen(
    receiver('event', EVENT_ARGS, handlers, (sender) => (pageSender(sender, self()) === tabId ? tabId : null)),
  );
}

/**
 * The gate of one channel: takes a message of that channel from a sender that `admit` lets in, with arguments that
 * the schema of the call accepts, and calls the handler with fresh copies of them. A message that is not for this
 * channel, or from somebody else, gets null: silence, from which nobody learns whether Hearsay is there. One of ours
 * whose arguments do not fit, or that fails, gets `{ok: false, reason: 'failed'}`, never an exception.
 */
export function receiver<Calls, Who>(
  channel: Channel,
  schemas: Schemas & Readonly<Record<keyof Calls, unknown>>,
  handlers: Handlers<Calls, Who>,
  admit: (sender: Sender) => Who | null,
): Receive {
  const table = new Map<string, unknown>(Object.entries(handlers));
  return (raw, sender) => {
    const message = readMessage(raw);
    if (message?.channel !== channel || !Object.hasOwn(schemas, message.name)) return null;
    const schema = schemas[message.name];
    const handle = table.get(message.name);
    if (!schema || typeof handle !== 'function') return null;
    const who = admit(sender);
    if (who === null) return null;
    const args = parsed(schema, message.args);
    if (!args?.success) return Promise.resolve({ answer: fail('failed') });
    return answerOf(() => handle(who, ...args.output));
  };
}

function parsed(schema: Schemas[string], args: readonly unknown[]) {
  try {
    return v.safeParse(schema, args);
  } catch {
    // A getter that throws, or a nest too deep: no argument of ours is one.
    return null;
  }
}

async function answerOf(handle: () => unknown): Promise<{ readonly answer: unknown }> {
  try {
    return { answer: (await handle()) ?? null };
  } catch (error) {
    console.error('Hearsay:', error);
    return { answer: fail('failed') };
  }
}

function listen(receive: Receive): Stop {
  const listener = (raw: unknown, sender: Sender, respond: (answer: unknown) => void): boolean => {
    const answer = receive(raw, sender);
    if (!answer) return false;
    void answer.then(respond);
    // Keeps the channel open for the answer.
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

function self(): Self {
  return { id: browser.runtime.id, origin: browser.runtime.getURL('/').replace(/\/$/, '') };
}
