/** The part of a message's sender that is looked at. */
export interface Sender {
  readonly id?: string | undefined;
  readonly origin?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

/** Who we are: the extension's id and the address its own pages begin with. */
export interface Self {
  readonly id: string;
  readonly origin: string;
}

/** The tab of a content script of ours in a top frame; null when the sender is anything else. */
export function pageSender(sender: Sender, self: Self): number | null {
  if (sender.id !== self.id || isOwnPage(sender, self)) return null;
  return sender.frameId === 0 && typeof sender.tab?.id === 'number' ? sender.tab.id : null;
}

/**
 * Whether one of our own pages sent it. The origin is set by the browser; where it gives none (Firefox before 126)
 * the address is, which a page of another origin cannot have.
 */
export function isOwnPage(sender: Sender, self: Self): boolean {
  if (sender.id !== self.id) return false;
  return sender.origin === undefined ? (sender.url ?? '').startsWith(`${self.origin}/`) : sender.origin === self.origin;
}
