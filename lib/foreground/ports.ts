import type { PageCalls, PageEvents } from '../messages/protocol';

/** The same calls, answered later. */
export type Later<Calls> = {
  readonly [Name in keyof Calls]: Calls[Name] extends (...args: infer Args) => infer Answer
    ? (...args: Args) => Promise<Answer>
    : never;
};

/** What the page side asks of the rest of the extension. */
export interface Ports {
  readonly worker: Later<PageCalls>;
  readonly tell: PageEvents;
}
