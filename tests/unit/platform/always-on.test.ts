import { beforeEach, describe, expect, it, vi } from 'vitest';

interface Registration {
  readonly id: string;
  readonly matches: readonly string[];
}

const fake = vi.hoisted(() => ({
  origins: [] as string[],
  registered: new Map<string, Registration>(),
  added: [] as (() => void)[],
  removed: [] as (() => void)[],
}));

/** The browser's own behaviour where it matters: every answer comes later, and an id is registered once. */
vi.mock('wxt/browser', () => ({
  browser: {
    permissions: {
      getAll: async () => ({ origins: [...fake.origins] }),
      onAdded: { addListener: (listener: () => void) => fake.added.push(listener) },
      onRemoved: { addListener: (listener: () => void) => fake.removed.push(listener) },
    },
    scripting: {
      getRegisteredContentScripts: async () => [...fake.registered.values()],
      unregisterContentScripts: async ({ ids }: { readonly ids: readonly string[] }) => {
        for (const id of ids) if (!fake.registered.delete(id)) throw new Error(`Nonexistent script ID '${id}'`);
      },
      registerContentScripts: async (scripts: readonly Registration[]) => {
        for (const script of scripts) {
          if (fake.registered.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
          fake.registered.set(script.id, script);
        }
      },
    },
  },
}));

const { onSitesChanged, registerAllowedSites } = await import('../../../lib/platform/always-on');

beforeEach(() => {
  fake.origins.length = 0;
  fake.registered.clear();
});

const read = () => [...fake.registered.values()].flatMap(({ matches }) => matches);

describe('sites that are read by themselves', () => {
  it('are those the reader has allowed, until the last one is given back', async () => {
    fake.origins.push('https://courier.example/*');
    await registerAllowedSites();
    expect(read()).toEqual(['https://courier.example/*']);
    fake.origins.push('https://ledger.example/*');
    await registerAllowedSites();
    expect(read()).toEqual(['https://courier.example/*', 'https://ledger.example/*']);
    fake.origins.length = 0;
    await registerAllowedSites();
    expect(read()).toEqual([]);
  });

  it('are never all sites at once', async () => {
    fake.origins.push('https://*/*', '<all_urls>');
    await registerAllowedSites();
    expect(read()).toEqual([]);
  });

  it('come out right when several changes arrive at once', async () => {
    fake.origins.push('https://courier.example/*');
    const first = registerAllowedSites();
    const second = registerAllowedSites();
    fake.origins.push('https://ledger.example/*');
    await Promise.all([first, second, registerAllowedSites()]);
    expect(read()).toEqual(['https://courier.example/*', 'https://ledger.example/*']);
  });

  it('are looked at again when one is allowed and when one is given back', () => {
    let looked = 0;
    onSitesChanged(() => (looked += 1));
    fake.added.forEach((listener) => listener());
    fake.removed.forEach((listener) => listener());
    expect(looked).toBe(2);
  });
});
