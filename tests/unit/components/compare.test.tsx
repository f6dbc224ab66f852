// @vitest-environment happy-dom
import '../english';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { LibraryApp } from '../../../components/library/LibraryApp';
import { readAnnotations } from '../../../lib/exchange/web-annotation/from-annotations';
import { toAnnotationCollection } from '../../../lib/exchange/web-annotation/to-annotations';
import { fakeLibrary } from '../../library/fake-library';
import { keptFixture } from '../exchange/kept-fixture';

afterEach(() => {
  cleanup();
  location.hash = '';
});

const TEXT = keptFixture().text.text;

/** A file in which these words of the fixture's article bear these codes. */
function fileOf(name: string, codings: Readonly<Record<string, readonly string[]>>): File {
  const notes = Object.entries(codings).map(([exact, tags]) => {
    const start = TEXT.indexOf(exact);
    return { selectors: { exact, prefix: '', suffix: '', start, end: start + exact.length }, tags };
  });
  return new File([JSON.stringify(toAnnotationCollection('', [keptFixture({ notes })]))], name);
}

async function open(a: File, b: File) {
  location.hash = '#compare';
  const port = fakeLibrary([]);
  render(<LibraryApp port={port} />);
  await waitFor(() => expect(screen.getByRole('heading', { level: 2, name: 'Compare two coders' })).toBeTruthy());
  fireEvent.change(screen.getByLabelText('File of the first coder'), { target: { files: [a] } });
  fireEvent.change(screen.getByLabelText('File of the second coder'), { target: { files: [b] } });
  return port;
}

const key = (name: string) => fireEvent.keyDown(document.body, { key: name });
const cells = (row: string) =>
  within(screen.getByRole('row', { name: new RegExp(`^${row}`) }))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

describe('comparing two coders', () => {
  const A = { 'The port of Northgate': ['port'], 'talks had failed': ['talks', 'blame'] };
  const B = { 'The port of Northgate': ['port'], 'talks had failed': ['talks'], 'The crews': ['threat'] };

  it('shows the figures, lets each disagreement be decided by key, and saves one file', async () => {
    const port = await open(fileOf('ana.jsonld', A), fileOf('ben.jsonld', B));
    await waitFor(() => expect(screen.getByText('1 article is in both files.')).toBeTruthy());
    expect(cells('All codes').slice(0, 3)).toEqual(['3', '3', '33.3%']);
    expect(cells('port').slice(0, 4)).toEqual(['1', '1', '100%', '1.000']);
    expect(cells('blame')[3]).toBe('0.000');
    const walk = () => within(screen.getByRole('group', { name: 'Disagreements' }));
    expect(walk().getByText(/^1 of 2/)).toBeTruthy();
    expect(walk().getByText('Not coded')).toBeTruthy();
    key('1');
    await waitFor(() => expect(walk().getByText(/^2 of 2 · 1 of 2 decided/)).toBeTruthy());
    key('3');
    await waitFor(() => expect(walk().getByText(/2 of 2 decided/)).toBeTruthy());
    key('k');
    await waitFor(() =>
      expect(
        walk()
          .getByRole('button', { name: /The first one/ })
          .getAttribute('aria-pressed'),
      ).toBe('true'),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Save the adjudicated file' }));
    const { name, parts } = port.downloads[0] ?? { name: '', parts: [] };
    expect(name).toMatch(/^hearsay-adjudicated-.*\.jsonld$/);
    expect(readAnnotations(parts.map(String).join('')).notes.map(({ tags }) => tags)).toEqual([
      ['port'],
      ['talks', 'blame'],
    ]);
  });

  it('says what is left out while something is not decided', async () => {
    await open(fileOf('a', A), fileOf('b', B));
    expect(await screen.findByText('2 that are not decided are left out.')).toBeTruthy();
  });

  it('says so when they agree on everything, and what cannot be told then', async () => {
    await open(fileOf('a', { 'The crews': ['threat'] }), fileOf('b', { 'The crews': ['threat'] }));
    expect(await screen.findByText('They agree on everything.')).toBeTruthy();
    expect(cells('All codes')[3]).toContain('not defined');
  });

  it.each([
    [new File(['no file'], 'x.json'), /neither a backup/],
    [new File(['{"format":"hearsay-backup","version":99,"articles":[]}'], 'x.json'), /newer version/],
    [fileOf('x.json', {}), /Nothing is coded/],
  ])('says why a file does not serve', async (file, why) => {
    await open(fileOf('a', A), file);
    expect(await screen.findByText(why)).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});
