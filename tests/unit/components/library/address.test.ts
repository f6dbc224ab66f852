import { describe, expect, it } from 'vitest';
import { hashOf, PLACES, readAddress } from '../../../../components/library/address';

describe('the address of the library page', () => {
  it.each([
    ['', { place: 'articles', item: null }],
    ['#', { place: 'articles', item: null }],
    ['#trash', { place: 'trash', item: null }],
    ['#articles/k1', { place: 'articles', item: 'k1' }],
    ['#articles/', { place: 'articles', item: null }],
    ['#nowhere/k1', { place: 'articles', item: 'k1' }],
    ['#trash/%', { place: 'trash', item: null }],
  ])('reads %j', (hash, address) => {
    expect(readAddress(hash)).toEqual(address);
  });

  it.each(['k1', 'a/b', '100 %', 'ferry contract', '#', 'صحيفة'])('comes back as it was with the item %j', (item) => {
    for (const place of PLACES) expect(readAddress(hashOf({ place, item }))).toEqual({ place, item });
  });
});
