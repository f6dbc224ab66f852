import { expect, it } from 'vitest';
import { anchor } from '../../../lib/anchoring/anchor';
import { describe as describeSpan } from '../../../lib/anchoring/describe';

const TEXT = 'He said no. She said no. They said no.';

it('finds each of three equal passages again, also when text was put before them', () => {
  for (const start of [3, 16, 30]) {
    const selectors = describeSpan(TEXT, { start, end: start + 7 });
    expect(anchor(selectors, TEXT)).toEqual({ start, end: start + 7 });
    expect(anchor(selectors, `Update: ${TEXT}`)).toEqual({ start: start + 8, end: start + 15 });
  }
});

it('says that a passage is lost', () => {
  expect(anchor(describeSpan(TEXT, { start: 3, end: 10 }), 'Nothing of it.')).toBeNull();
});
