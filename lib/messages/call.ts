import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { TAB_ANSWERS } from './answers';
import type { Later } from './later';
import type { PageCalls, PageEvents, PanelCalls, TabCalls } from './protocol';
import { EVENT_ARGS, PAGE_ARGS, PANEL_ARGS, TAB_ARGS } from './schemas';
import type { Channel, Message } from './wire';

/** Thrown at the caller when nobody answered: the worker or the page is gone, or refused the message. */
export class NoAnswer extends Error {
  constructor(name: string, options?: ErrorOptions) {
    super(`no answer to ${name}`, options);
    this.name = 'NoAnswer';
  }
}

/** The worker as a content script may call it. Every call rejects with NoAnswer when the worker gives none. */
export function workerOfPage(): Later<PageCalls> {
  return caller<Later<PageCalls>>('page', Object.keys(PAGE_ARGS), (message) => browser.runtime.sendMessage(message));
}

/** The worker as our own pages may call it; rejects as `workerOfPage`. */
export function workerOfPanel(): Later<PanelCalls> {
  return caller<Later<PanelCalls>>('panel', Object.keys(PANEL_ARGS), (message) => browser.runtime.sendMessage(message));
}

/**
 * The content script in the top frame of a tab; rejects with NoAnswer while there is none, and when its answer is not of
 * the shape it must have: it runs in the process of the page.
 */
export function pageInTab(tabId: number): Later<TabCalls> {
  return caller<Later<TabCalls>>(
    'tab',
    Object.keys(TAB_ARGS),
    (message) => browser.tabs.sendMessage(tabId, message, { frameId: 0 }),
    TAB_ANSWERS,
  );
}

/** Tells whoever listens (the panel, if it is open) what happened in the page; nobody needs to. */
export function tellPanel(): PageEvents {
  const events = caller<Later<PageEvents>>('event', Object.keys(EVENT_ARGS), async (message) => {
    await browser.runtime.sendMessage(message);
    return true;
  });
  // Without a panel there is no receiver: that is no failure.
  const ignore = () => {};
  return {
    viewChanged: () => void events.viewChanged().catch(ignore),
    pointedAt: (claim) => void events.pointedAt(claim).catch(ignore),
  };
}

/** One method for each name; an answer of undefined, or one that its schema refuses, means that nobody took the call. */
function caller<Calls>(
  channel: Channel,
  names: readonly string[],
  send: (message: Message) => Promise<unknown>,
  schemas: Readonly<Record<string, v.GenericSchema>> = {},
): Calls {
  const call = async (name: string, args: readonly unknown[]): Promise<unknown> => {
    let answer: unknown;
    try {
      answer = await send({ channel, name, args });
    } catch (cause) {
      throw new NoAnswer(name, { cause });
    }
    if (answer === undefined || answer === null) throw new NoAnswer(name);
    const schema = schemas[name];
    if (!schema) return unpack(answer);
    const checked = v.safeParse(schema, unpack(answer));
    if (!checked.success) throw new NoAnswer(name, { cause: checked.issues[0].message });
    return checked.output;
  };
  const methods = names.map((name) => [name, (...args: unknown[]) => call(name, args)]);
  // The names are those of the schema tables, which the compiler checks against the calls in `serve.ts`.
  return Object.fromEntries(methods) as Calls;
}

/** Answers travel in a box, so that null and undefined can be told from silence. */
function unpack(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null && 'answer' in answer ? answer.answer : null;
}
