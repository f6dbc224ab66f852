// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { concerns } from '../../../lib/foreground/follow-article';
import { pageAddress } from '../../../lib/foreground/follow-location';

document.body.innerHTML = '<div id="ads"></div><main><article><p id="p">Text</p></article></main>';
const find = (selector: string) => {
  const element = document.querySelector(selector);
  if (!element) throw new Error(selector);
  return element;
};
const element = (html: string) => {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  return holder;
};
const record = (target: Node, added: readonly Node[] = []) =>
  ({ target, addedNodes: added, removedNodes: [] }) as unknown as MutationRecord;
const long = `<p>${'word '.repeat(60)}</p>`;
const root = find('article');

describe('changes that concern the article', () => {
  it.each<[string, MutationRecord, Element | null, boolean]>([
    ['a rewritten paragraph', record(find('#p')), root, true],
    ['an advertisement beside it', record(find('#ads'), [element('<img>')]), root, false],
    ['a banner put around it', record(document.body, [element('<b>Subscribe</b>')]), root, false],
    ['late paragraphs beside it', record(find('main'), [element(long)]), root, true],
    ['an article that was replaced', record(document.body), document.createElement('article'), true],
    ['text that comes to an empty page', record(document.body, [element(long)]), null, true],
    ['a menu that comes to an empty page', record(document.body, [element('<li>Home</li>')]), null, false],
  ])('%s', (_, change, article, expected) => {
    expect(concerns(change, article)).toBe(expected);
  });
});

describe('address of a page', () => {
  it('leaves the fragment out', () => {
    expect(pageAddress('https://a.example/x?y=1#part')).toBe('https://a.example/x?y=1');
  });
});
