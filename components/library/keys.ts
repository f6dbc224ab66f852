/** Whether a key was pressed alone and not while typing, choosing in a field, or answering a dialog. */
export function isPlainKey(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return false;
  const { target } = event;
  return !(target instanceof Element && target.closest('input:not([type="checkbox"]), textarea, select, dialog'));
}
