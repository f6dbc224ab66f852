import { describe, expect, it } from 'vitest';
import { isOutside } from '../../../lib/platform/requests';

describe('a request', () => {
  it.each([
    ['chrome-extension://abc/models/words.bin', false],
    ['blob:chrome-extension://abc/1', false],
    ['data:text/plain,x', false],
    ['https://paper.example/', true],
    ['chrome-extension://other/x', true],
  ])('%s leads outside: %s', (address, expected) => {
    expect(isOutside(address, 'chrome-extension://abc/')).toBe(expected);
  });
});
