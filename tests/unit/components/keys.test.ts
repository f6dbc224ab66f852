// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { isPlainKey } from '../../../components/library/keys';

afterEach(() => document.body.replaceChildren());

/** Whether a key that is pressed on the first element of this markup works as a key of the page. */
function worksOn(tag: string, type = '', inDialog = false): boolean {
  const field = document.createElement(tag);
  if (type !== '') field.setAttribute('type', type);
  const holder = document.createElement(inDialog ? 'dialog' : 'div');
  holder.append(field);
  document.body.append(holder);
  let works = false;
  field.addEventListener('keydown', (event) => (works = isPlainKey(event)));
  field.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true }));
  return works;
}

it.each([
  ['button', '', true],
  ['a', '', true],
  ['input', 'checkbox', true],
  ['input', 'radio', true],
  ['input', 'file', true],
  ['input', '', false],
  ['input', 'text', false],
  ['input', 'search', false],
  ['textarea', '', false],
  ['select', '', false],
])('a key pressed on <%s type="%s"> is one of the page: %s', (tag, type, works) => {
  expect(worksOn(tag, type)).toBe(works);
});

it('a key pressed in a dialog is the dialog’s', () => {
  expect(worksOn('button', '', true)).toBe(false);
});
