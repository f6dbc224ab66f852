import { describe, expect, it } from 'vitest';
import { stanceOf } from '../../../../lib/language/claims/stance-of';

const CASES: readonly (readonly [cue: string, stance: string])[] = [
  ['said', 'asserts'],
  ['according to', 'asserts'],
  ['has denied', 'denies'],
  ['rejected', 'denies'],
  ['accusing', 'accuses'],
  ['criticised', 'accuses'],
  ['Vowed', 'promises'],
  ['pledges', 'promises'],
  ['called for', 'asks'],
  ['called', 'asserts'],
  ['does not believe', 'denies'],
  ['urged', 'asks'],
  ['hoped', 'believes'],
  ['thinks', 'believes'],
  ['', 'asserts'],
];

describe('stance of a claim', () => {
  it.each(CASES)('"%s" %s', (cue, stance) => {
    expect(stanceOf(cue.split(' '))).toBe(stance);
  });
  it('looks at the content for what is called for', () => {
    expect(stanceOf(['called'], 'for')).toBe('asks');
    expect(stanceOf(['called'], 'it')).toBe('asserts');
  });
});
