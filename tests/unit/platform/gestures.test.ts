import { beforeEach, describe, expect, it, vi } from 'vitest';

const fake = vi.hoisted(() => {
  /** An event of the browser that the test fires. */
  const event = () => {
    const listeners: ((...args: readonly unknown[]) => void)[] = [];
    return {
      addListener: (listener: (...args: readonly unknown[]) => void) => void listeners.push(listener),
      fire: (...args: readonly unknown[]) => listeners.forEach((listener) => listener(...args)),
      clear: () => void listeners.splice(0),
    };
  };
  const items = new Map<string, unknown>();
  return {
    items,
    events: { click: event(), menu: event(), command: event() },
    removeAll: async () => items.clear(),
    create: (item: { readonly id: string }) => {
      if (items.has(item.id)) throw new Error(`duplicate id ${item.id}`);
      items.set(item.id, item);
    },
  };
});

vi.mock('wxt/browser', () => ({
  browser: {
    action: { onClicked: fake.events.click },
    commands: { onCommand: fake.events.command },
    contextMenus: { onClicked: fake.events.menu, removeAll: fake.removeAll, create: fake.create },
  },
}));

const { createMenu, onCommand, onReadGesture } = await import('../../../lib/platform/gestures');

beforeEach(() => Object.values(fake.events).forEach((event) => event.clear()));

describe('a gesture that asks for a page to be read', () => {
  // The keys of `_execute_action` arrive as a click on the button.
  it.each([
    ['the button, or its keys', () => fake.events.click.fire({ id: 7 }), [7]],
    ['our entry of the context menu', () => fake.events.menu.fire({ menuItemId: 'read-page' }, { id: 7 }), [7]],
    ['another entry', () => fake.events.menu.fire({ menuItemId: 'other' }, { id: 7 }), []],
    ['the menu outside of a tab', () => fake.events.menu.fire({ menuItemId: 'read-page' }, undefined), []],
    ['the button of a window without a tab of its own', () => fake.events.click.fire({}), []],
    ['the keys of another command', () => fake.events.command.fire('focus-page', { id: 7 }), []],
  ])('%s', (_, fire, tabs) => {
    const asked: number[] = [];
    onReadGesture((tabId) => asked.push(tabId));
    fire();
    expect(asked).toEqual(tabs);
  });
});

describe('the keys of a command', () => {
  it.each([
    ['focus-page', { id: 7 }, [7]],
    ['focus-page', undefined, []],
    ['something-else', { id: 7 }, []],
  ])('%s on %j', (command, tab, tabs) => {
    const asked: number[] = [];
    onCommand('focus-page', (tabId) => asked.push(tabId));
    fake.events.command.fire(command, tab);
    expect(asked).toEqual(tabs);
  });
});

it('has one entry in the context menu, also after an update', async () => {
  await createMenu('Read this page');
  await createMenu('Read this page with Hearsay');
  expect([...fake.items.values()]).toEqual([
    { id: 'read-page', title: 'Read this page with Hearsay', contexts: ['page', 'selection'] },
  ]);
});
