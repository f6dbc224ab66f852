import { expect, it } from 'vitest';
import { describe } from '../../../lib/anchoring/describe';

const TEXT = `${'a'.repeat(100)}passage${'b'.repeat(10)}`;

it('stores the passage with up to 64 characters on either side', () => {
  expect(describe(TEXT, { start: 100, end: 107 })).toEqual({
    exact: 'passage',
    prefix: 'a'.repeat(64),
    suffix: 'b'.repeat(10),
    start: 100,
    end: 107,
  });
});

it('cuts a span that reaches out of the text', () => {
  expect(describe('short', { start: -5, end: 99 })).toMatchObject({ exact: 'short', start: 0, end: 5 });
  expect(describe('short', { start: 99, end: 120 })).toMatchObject({ exact: '', start: 5, end: 5 });
});
