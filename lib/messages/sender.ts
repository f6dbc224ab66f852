/** The part of a message's sender that is looked at. */
export interface Sender {
  readonly id?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

/** Who we are: the extension's id and the address its own pages begin with. */
export interface Self {
  readonly id: string;
  readonly origin: string;
}

/**
 * The tab of a content script of ours in a top frame; null when the sender is anything else. The browser must have named
 * its origin (all that Hearsay runs in do): without one, a page of ours could not be told from it.
 */
export function pageSender(sender: Sender, self: Self): number | null {
  if (sender.id !== self.id || sender.origin === undefined || sender.origin === self.origin) return null;
  return sender.frameId === 0 && typeof sender.tab?.id === 'number' ? sender.tab.id : null;
}

/** Whether one of our own pages sent it, by the origin that the browser gives. The address proves nothing. */
export function isOwnPage(sender: Sender, self: Self): boolean {
  return sender.id === self.id && sender.origin === self.origin;
}

/** Whether one of our own pages or the worker sent it (of which not every browser names the origin), and no tab. */
export function isOwnSide(sender: Sender, self: Self): boolean {
  return sender.id === self.id && (sender.origin === undefined ? !sender.tab : sender.origin === self.origin);
}
