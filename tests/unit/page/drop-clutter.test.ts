import { describe, expect, it } from 'vitest';
import { dropClutter, isClutter } from '../../../lib/page/drop-clutter';

const KNOWN = { title: 'Ferry fares to rise', byline: 'Ana Ortiz', outlet: 'The Ferry' };

const CLUTTER: readonly string[] = [
  'Advertisement',
  'Ferry fares to rise',
  'By Ana Ortiz',
  'Published March 12, 2024 at 9:05 PM EDT',
  'Last updated 3 hours ago',
  'READ MORE: Five things to know about the bridge',
  'Sign up for our newsletter',
  'Subscribe to keep reading',
  'The bridge at Marrow (Image: GETTY)',
  'Image 2 of 9',
  '5 min read',
  'https://ferry.example/news/bridge',
  '* * *',
  'Comments',
  'Unlimited digital access to the Ferry.',
];

const PROSE: readonly string[] = [
  'The fares rise on March 12, 2024, she said.',
  'Subscribers to the scheme pay nothing, the ministry said on Monday, and that will not change before the election of the new council in the autumn, when a vote on the matter is due, according to two people who know the plans and who spoke on condition that they are not named.',
  '“Share the cost,” he said. “That is all we ask.”',
  'More than 300 people came.',
  'By Tuesday the water had gone.',
  'Read her lips, he said: no new fares.',
  'Popular anger grew.',
  'The photo shows the bridge.',
];

describe('isClutter', () => {
  it.each(CLUTTER)('drops %j', (text) => {
    expect(isClutter({ kind: 'paragraph', text }, KNOWN)).toBe(true);
  });

  it.each(PROSE)('keeps %j', (text) => {
    expect(isClutter({ kind: 'paragraph', text }, KNOWN)).toBe(false);
  });
});

describe('dropClutter', () => {
  const prose = {
    kind: 'paragraph',
    text: 'The old bridge stayed closed, and the ferry ran all night. '.repeat(4),
  } as const;
  const offer = { kind: 'heading', text: 'You may also like' } as const;
  const teaser = { kind: 'paragraph', text: 'Ten things about boats' } as const;

  it('ends the article where other articles are offered', () => {
    expect(dropClutter([prose, prose, offer, teaser], KNOWN)).toEqual([prose, prose]);
  });

  it('goes on when most of the text comes after the offer', () => {
    expect(dropClutter([prose, offer, teaser, prose, prose], KNOWN)).toEqual([prose, teaser, prose, prose]);
  });
});
