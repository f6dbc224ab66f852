import '../english';
import { describe, expect, it } from 'vitest';
import { reasonLine } from '../../../components/related/RelatedList';
import { dayWords } from '../../../components/text/dates';
import { webAddress } from '../../../components/text/words';

const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '');

describe('days', () => {
  it.each([
    ['2026-11-12', '12 Nov 2026'],
    ['2026-11', 'Nov 2026'],
    ['2026', '2026'],
    ['no date', ''],
    ['', ''],
  ])('reads %j as %j', (iso, words) => {
    expect(dayWords(iso)).toBe(words);
  });

  it('follow the language', () => {
    expect(dayWords('2026-03-12', 'de')).toBe('12. März 2026');
  });
});

describe('addresses', () => {
  it.each([
    ['https://courier.example/a', 'https://courier.example/a'],
    ['http://courier.example/', 'http://courier.example/'],
    ['javascript:alert(1)', null],
    [' java\nscript:alert(1)', null],
    ['data:text/html,x', null],
    ['file:///etc/passwd', null],
    ['chrome://settings', null],
    ['/relative', null],
    ['', null],
  ])('makes %j %j', (url, address) => {
    expect(webAddress(url)).toBe(address);
  });
});

describe('the reason line', () => {
  it('names actors and the same words', () => {
    const line = reasonLine([
      { kind: 'actors', words: ['Vidal', 'Port Authority'] },
      { kind: 'quotation', here: '“A day too late”', there: 'A day too late' },
    ]);
    expect(plain(line)).toBe('Vidal, Port Authority, and the same words «A day too late»');
  });

  it('shows both where the words differ, and begins with a capital', () => {
    expect(plain(reasonLine([{ kind: 'quotation', here: 'a', there: 'b' }]))).toBe(
      'Nearly the same words «a», there «b»',
    );
  });

  it('gives three reasons at most, and the beginning of a long quotation', () => {
    const long = 'one two '.repeat(40);
    const reasons = Array.from({ length: 5 }, () => ({ kind: 'quotation', here: long, there: long }) as const);
    const line = plain(reasonLine(reasons));
    expect(line.match(/the same words/gi)).toHaveLength(3);
    expect(line).toContain('two …»');
    expect(line.length).toBeLessThan(350);
  });

  it('is empty without reasons and names at most four', () => {
    expect(reasonLine([])).toBe('');
    expect(plain(reasonLine([{ kind: 'words', words: ['a', 'b', 'c', 'd', 'e'] }]))).toBe('Both about a, b, c, d');
  });
});
