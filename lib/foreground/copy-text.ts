/** Puts text on the clipboard, inside a click; gives whether the browser allowed it. */
export async function copyText(text: string, document: Document): Promise<boolean> {
  const clipboard: Clipboard | undefined = document.defaultView?.navigator.clipboard;
  if (clipboard) {
    return clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  }
  return copyByEvent(text, document);
}

/** The older way, for pages without https, where there is no `navigator.clipboard`. */
function copyByEvent(text: string, document: Document): boolean {
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.defaultView?.addEventListener('copy', fill, { capture: true, once: true });
  const copied = document.execCommand('copy');
  document.defaultView?.removeEventListener('copy', fill, { capture: true });
  return copied;
}
