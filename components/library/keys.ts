/** Fields in which a letter or digit does nothing: a file was chosen, a box ticked, and the keyboard is still there. */
const SILENT = ['checkbox', 'radio', 'file'].map((type) => `:not([type="${type}"])`).join('');
const TYPED = `input${SILENT}, textarea, select, dialog`;

/** Whether a key was pressed alone and not while typing, choosing in a field, or answering a dialog. */
export function isPlainKey(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return false;
  const { target } = event;
  return !(target instanceof Element && target.closest(TYPED));
}
