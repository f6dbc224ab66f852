/** Notices that a single-page site shows another address without loading a page. */

/** How often the address is compared where the browser does not tell. */
const POLL_MS = 1000;

/** The address without its fragment, which only scrolls. */
export function pageAddress(href: string): string {
  return href.replace(/#.*$/s, '');
}

/** Calls `moved` each time the address changes; changes of the fragment alone do not count. */
export function followLocation(view: Window, moved: () => void, signal: AbortSignal): void {
  let address = pageAddress(view.location.href);
  const compare = () => {
    const now = pageAddress(view.location.href);
    if (now === address) return;
    address = now;
    moved();
  };
  // The Navigation API tells at once; the poll serves browsers without it and pages that replace `history`.
  if ('navigation' in view && view.navigation instanceof EventTarget) {
    view.navigation.addEventListener('currententrychange', compare, { signal });
  }
  view.addEventListener('popstate', compare, { signal });
  const poll = setInterval(compare, POLL_MS);
  signal.addEventListener('abort', () => clearInterval(poll));
}
