import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateInUrl, parseDate } from '../../../lib/page/parse-date';

describe('parseDate', () => {
  it.each([
    ['2024-03-12', '2024-03-12'],
    ['2024-03-12T09:05:07Z', '2024-03-12T09:05:07Z'],
    ['2024-03-12T09:05:07.123+0530', '2024-03-12T09:05:07+05:30'],
    ['2024-3-2 9:05', '2024-03-02T09:05:00'],
    ['20240312', '2024-03-12'],
    ['20240312T0905', '2024-03-12T09:05:00'],
    ['12 March 2024', '2024-03-12'],
    ['Tuesday, March 12th, 2024 at 9:05 p.m. EDT', '2024-03-12T21:05:00-04:00'],
    ['Updated 12:10 am, Mar. 12, 2024', '2024-03-12T00:10:00'],
    ['12/03/2024', '2024-03-12'],
    ['3/25/2024', '2024-03-25'],
    ['2024/03/12', '2024-03-12'],
    ['1710234307', '2024-03-12T09:05:07.000Z'],
  ])('%s', (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });

  it.each(['', 'yesterday', '2024-13-40', '12345', '32 March 2024', 'July'])('finds none in %j', (text) => {
    expect(parseDate(text)).toBeNull();
  });

  it('gives nothing or a date that Date understands, whatever it reads', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.date({ noInvalidDate: true }).map(String)), (text) => {
        const date = parseDate(text);
        expect(date === null || !Number.isNaN(Date.parse(date)) || /-(?:29|30|31)/.test(date)).toBe(true);
      }),
    );
  });
});

describe('dateInUrl', () => {
  it.each([
    ['https://ferry.example/2024/03/12/bridge', '2024-03-12'],
    ['https://ferry.example/news/2024-03-12-bridge', '2024-03-12'],
    ['https://ferry.example/20240312/bridge', '2024-03-12'],
    ['https://ferry.example/news/bridge-20249', null],
    ['https://ferry.example/2024/99/12/', null],
  ])('%s', (url, expected) => {
    expect(dateInUrl(url)).toBe(expected);
  });
});
