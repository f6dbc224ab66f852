import { describe, expect, it, vi } from 'vitest';
import { FIRST_LAYERS, readLayers, toLayers, writeLayer } from '../../../lib/platform/layers';

/** As in the browser: every answer of the storage comes later. */
vi.mock('wxt/browser', () => {
  const stored = new Map<string, unknown>();
  return {
    browser: {
      storage: {
        local: {
          get: async (key: string) => ({ [key]: stored.get(key) }),
          set: async (values: object) => Object.entries(values).forEach(([key, value]) => stored.set(key, value)),
        },
      },
    },
  };
});

describe('layers', () => {
  it.each([
    [undefined, FIRST_LAYERS],
    ['claims', FIRST_LAYERS],
    [
      { claims: false, actors: 'yes' },
      { ...FIRST_LAYERS, claims: false },
    ],
    [
      { claims: false, actors: true, notes: false },
      { claims: false, actors: true, notes: false },
    ],
  ])('reads %j', (stored, layers) => {
    expect(toLayers(stored)).toEqual(layers);
  });

  it('keeps every press, also those of one moment', async () => {
    await Promise.all([writeLayer('claims', false), writeLayer('actors', true), writeLayer('notes', false)]);
    expect(await readLayers()).toEqual({ claims: false, actors: true, notes: false });
  });
});
