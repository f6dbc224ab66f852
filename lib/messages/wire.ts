import * as v from 'valibot';

/**
 * Who may send on a channel: `page` a content script to the worker, `panel` our own pages to the worker, `tab` our own
 * pages to the content script of a tab, `event` a content script to whoever listens.
 */
export type Channel = 'page' | 'panel' | 'tab' | 'event';

/** A call as it travels. */
export interface Message {
  readonly channel: Channel;
  readonly name: string;
  readonly args: readonly unknown[];
}

const MessageSchema = v.strictObject({
  channel: v.picklist(['page', 'panel', 'tab', 'event']),
  name: v.pipe(v.string(), v.maxLength(40)),
  args: v.pipe(v.array(v.unknown()), v.maxLength(8)),
});

/** The message, as a fresh object; null when it is none of ours. */
export function readMessage(raw: unknown): Message | null {
  try {
    const parsed = v.safeParse(MessageSchema, raw);
    return parsed.success ? parsed.output : null;
  } catch {
    // A getter that throws: no message of ours has one.
    return null;
  }
}
