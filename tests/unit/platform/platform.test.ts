import { describe, expect, it } from 'vitest';
import { patternOf, siteOf } from '../../../lib/platform/sites';
import { tabInAddress } from '../../../lib/platform/tabs';

describe('sites', () => {
  it.each([
    ['https://courier.example/a?b#c', 'https://courier.example/*', 'courier.example'],
    ['http://localhost:8080/x', 'http://localhost/*', 'localhost'],
  ])('%s is covered by %s', (url, pattern, site) => {
    expect(patternOf(url)).toBe(pattern);
    expect(siteOf(pattern)).toBe(site);
  });

  it.each(['file:///a', 'chrome://settings', 'javascript:x', 'no address', ''])('%j has no permission', (url) => {
    expect(patternOf(url)).toBeNull();
  });
});

describe('the tab in the address', () => {
  it.each([
    ['?tab=12', 12],
    ['?tab=', null],
    ['?tab=-1', null],
    ['?tab=1e3', null],
    ['', null],
  ])('of %j is %j', (search, tab) => {
    expect(tabInAddress(search)).toBe(tab);
  });
});
