import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../lib/search/query/parse-query';
import { snippetOf, soughtWords } from '../../../lib/search/snippet';

const TEXT = [
  'The council met on Monday and spoke of many things, none of them the bridge.',
  'On Tuesday the harbour crews walked out. Vučić, who owns two ferries, said that the strike was “a day too late”.',
  'Nobody has counted the passengers since.',
].join('\n\n');

const snippet = (query: string, text = TEXT) =>
  snippetOf(text, soughtWords(parseQuery(query, 0)))
    .map(({ text: words, isHit }) => (isHit ? `[${words}]` : words))
    .join('');

describe('a passage of a text', () => {
  it.each([
    ['council', 'The [council] met on Monday'],
    ['harbour strikes', '[harbour] crews walked out. Vučić, who owns two ferries, said that the [strike] was'],
    ['"day too late"', 'that the strike was “a [day] [too] [late]”.'],
    ['vucic', '[Vučić], who owns'],
    ['Vucik', '[Vučić], who owns'],
    ['passeng', '[passengers] since.'],
    ['said-by:vucic', '[Vučić], who'],
    ['passengers -council', 'counted the [passengers] since.'],
  ])('for %j has the words marked', (query, expected) => {
    expect(snippet(query)).toContain(expected);
  });

  it.each(['xyzzy', '-council', 'outlet:post', 'has:note', ''])('for %j there is none', (query) => {
    expect(snippet(query)).toBe('');
  });

  it('begins and ends between words, with dots where the text goes on', () => {
    expect(snippet('Tuesday')).toMatch(/^… \S.*[^…] …$/s);
    expect(snippet('council')).toMatch(/^The .* …$/s);
    expect(snippet('passengers')).toMatch(/^… .*since\.$/s);
  });

  it('is short, and says what the text says', () => {
    const words = fc.array(fc.constantFrom('harbour', 'crew', 'the', 'sail\n', 'not', 'quay'), {
      minLength: 1,
      maxLength: 200,
    });
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join(' ');
        const pieces = snippetOf(text, ['harbour', 'quay']);
        const said = pieces.map((piece) => piece.text).join('');
        expect(said.length).toBeLessThan(200);
        expect(text.replace(/\s+/g, ' ')).toContain(said.replace(/^… /, '').replace(/ …$/, '').trim());
        for (const { text: hit, isHit } of pieces) if (isHit) expect(['harbour', 'quay']).toContain(hit);
      }),
    );
  });

  it('of two megabytes is found without waiting', () => {
    const started = performance.now();
    expect(snippet('council', `${'word '.repeat(400_000)}council`)).toBe('');
    expect(snippet('council', `council ${'word '.repeat(400_000)}`)).toContain('[council]');
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
