import type { Later } from '../messages/later';
import type { PageCalls, PageEvents } from '../messages/protocol';

/** What the page side asks of the rest of the extension. */
export interface Ports {
  readonly worker: Later<PageCalls>;
  readonly tell: PageEvents;
}
