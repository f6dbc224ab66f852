// @vitest-environment happy-dom
import '../english';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { flatten, matchCodes, treeOf } from '../../../components/codebook/tree';
import { LibraryApp } from '../../../components/library/LibraryApp';
import { fromCsv } from '../../../lib/exchange/csv/table';
import { qdcToCodes } from '../../../lib/exchange/refi-qda/codebook';
import { type Code, type CodeUse, undefinedCode } from '../../../lib/model/code';
import { fail } from '../../../lib/model/result';
import { fakeLibrary, type FakeLibrary } from '../../library/fake-library';
import { inventedLibrary } from '../../library/invented';

afterEach(() => {
  cleanup();
  location.hash = '';
  sessionStorage.clear();
});

const code = (name: string, more: Partial<Code> = {}): Code => ({ ...undefinedCode(name), ...more });
const CODES = [
  code('bridge', { definition: 'The swing bridge and its upkeep.', key: 'b', colour: '#3a7fc6' }),
  code('upkeep', { parent: 'bridge' }),
];

async function open(item = '', port: FakeLibrary = fakeLibrary(inventedLibrary(12), CODES)) {
  location.hash = `#codebook/${item}`;
  render(<LibraryApp port={port} />);
  await waitFor(() => expect(screen.getByRole('region', { name: 'Codebook' })).toBeTruthy());
  return port;
}

const names = () => [...document.querySelectorAll('.code-name bdi')].map(({ textContent }) => textContent);
const press = (name: string | RegExp) => fireEvent.click(screen.getAllByRole('button', { name })[0] as Element);
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name, { exact: false });
const type = (name: string, value: string) => fireEvent.input(field(name), { target: { value } });
const tags = (port: FakeLibrary) => port.now().flatMap(({ notes }) => notes.flatMap((note) => note.tags));
const count = (port: FakeLibrary, tag: string) => tags(port).filter((each) => each === tag).length;

describe('the tree of codes', () => {
  const use = (name: string, parent: string | null = null): CodeUse => ({
    code: code(name, { parent }),
    isDefined: true,
    notes: 0,
    articles: 0,
  });

  it.each([
    ['none', [], []],
    ['by the alphabet, numbers by their size', [use('b 10'), use('b 9'), use('a')], ['a', 'b 9', 'b 10']],
    ['children below their parents', [use('a', 'z'), use('z'), use('m')], ['m', 'z', '-a']],
    ['a parent that is nowhere', [use('a', 'gone')], ['a']],
    ['a circle', [use('a', 'b'), use('b', 'a'), use('c', 'b')], ['a', '-b', '--c']],
  ])('%s', (_, uses, wanted) => {
    expect(
      flatten(treeOf(uses, 'en')).map(
        ({
          use: {
            code: { name },
          },
          depth,
        }) => '-'.repeat(depth) + name,
      ),
    ).toEqual(wanted);
  });

  it('is searched in names and texts, whatever case and accents', () => {
    const uses = [{ ...use('Débat'), code: code('Débat', { definition: 'Wages' }) }, use('money')];
    expect(matchCodes(uses, 'debat WAGE').map((each) => each.code.name)).toEqual(['Débat']);
    expect(matchCodes(uses, '')).toHaveLength(2);
  });
});

describe('the codebook', () => {
  it('says what a code is while there is none', async () => {
    await open('', fakeLibrary([]));
    expect(screen.getByText('No codes yet')).toBeTruthy();
  });

  it('lists codes and tags that nobody defined, each below its parent', async () => {
    await open();
    expect(names().slice(0, 3)).toEqual(['bridge', 'upkeep', 'ferry contract']);
    const money = screen.getByRole('link', { name: /^money/ });
    expect(money.textContent).toContain('no definition yet');
    expect(screen.getByRole('list', { name: /Below .bridge/ })).toBeTruthy();
  });

  it('makes a new code, and says what is wrong with it first', async () => {
    const port = await open();
    press('New code');
    type('Name', 'Money');
    press('Create code');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('has this name'));
    type('Name', 'wages');
    type('Key', 'b');
    press('Create code');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('has this key'));
    type('Key', 'w');
    press('Create code');
    await waitFor(() => expect(location.hash).toBe('#codebook/wages'));
    expect(await port.codes.save(code('wages'), code('wages'))).toMatchObject({ ok: true });
  });

  it('renames with all notes, counts them, and takes it back', async () => {
    const port = await open('money');
    const before = count(port, 'money');
    expect(before).toBeGreaterThan(1);
    type('Name', 'costs');
    press('Save');
    await waitFor(() => expect(location.hash).toBe('#codebook/costs'));
    expect([count(port, 'money'), count(port, 'costs')]).toEqual([0, before]);
    expect(screen.getAllByText(new RegExp(`Renamed to .*costs.*: ${before} notes on`)).length).toBeGreaterThan(0);
    press('Undo');
    await waitFor(() => expect(count(port, 'money')).toBe(before));
    expect(location.hash).toBe('#codebook/money');
  });

  it('merges after saying what that changes, and takes it back', async () => {
    const port = await open('money');
    const before = { money: count(port, 'money'), lock: count(port, 'the lock') };
    press('Merge into another');
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText('Into'), { target: { value: 'the lock' } });
    expect(dialog.textContent).toContain(`${before.money} notes on`);
    fireEvent.submit(dialog.querySelector('form') as Element);
    await waitFor(() => expect(location.hash).toBe('#codebook/the%20lock'));
    expect(count(port, 'money')).toBe(0);
    press('Undo');
    await waitFor(() => expect(count(port, 'money')).toBe(before.money));
    expect(count(port, 'the lock')).toBe(before.lock);
  });

  it('splits the ticked notes off into a new code', async () => {
    const port = await open('money');
    const before = count(port, 'money');
    const boxes = await within(await screen.findByRole('list', { name: 'What bears this code' })).findAllByRole(
      'checkbox',
    );
    fireEvent.click(boxes[0] as Element);
    fireEvent.click(boxes[1] as Element);
    press('Move into a new code');
    const dialog = await screen.findByRole('dialog');
    fireEvent.input(within(dialog).getByLabelText('Name'), { target: { value: 'debts' } });
    fireEvent.submit(dialog.querySelector('form') as Element);
    await waitFor(() => expect(count(port, 'debts')).toBe(2));
    expect(count(port, 'money')).toBe(before - 2);
    press('Undo');
    await waitFor(() => expect(count(port, 'money')).toBe(before));
  });

  it('deletes only when asked twice, and takes it back', async () => {
    const port = await open('bridge');
    const before = tags(port);
    press('Delete');
    const dialog = await screen.findByRole('alertdialog');
    expect(tags(port)).toEqual(before);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(count(port, 'bridge')).toBe(0));
    expect(names()[0]).toBe('ferry contract');
    press('Undo');
    await waitFor(() => expect(tags(port).toSorted()).toEqual(before.toSorted()));
  });

  it('keeps what was filled in while another code is looked at', async () => {
    await open('bridge');
    type('Definition', 'Half a thought');
    fireEvent.click(screen.getByRole('link', { name: /^money/ }));
    await waitFor(() => expect(screen.getByRole('heading', { level: 2, name: 'money' })).toBeTruthy());
    fireEvent.click(screen.getByRole('link', { name: /^bridge/ }));
    await waitFor(() => expect(field('Definition').value).toBe('Half a thought'));
  });

  it('says so when the code was changed elsewhere, and keeps what was filled in', async () => {
    const port = await open('bridge');
    type('Definition', 'Mine');
    Object.assign(port.codes, { save: async () => fail('conflict' as const) });
    press('Save');
    await waitFor(() => expect(screen.getByRole('alert')).toBeTruthy());
    expect(field('Definition').value).toBe('Mine');
  });

  it('goes out as .qdc and CSV, tags that nobody defined too', async () => {
    const port = await open();
    press('Save as .qdc');
    press('Save as CSV');
    const [qdc, csv] = port.downloads.map(({ name, parts }) => ({ name, text: parts.map(String).join('') }));
    expect([qdc?.name, csv?.name]).toEqual(['hearsay-codebook.qdc', 'hearsay-codebook.csv']);
    const back = qdcToCodes(qdc?.text ?? '');
    expect(back?.find(({ name }) => name === 'upkeep')).toMatchObject({ parent: 'bridge' });
    expect(back?.find(({ name }) => name === 'bridge')).toMatchObject({ definition: CODES[0]?.definition });
    expect(back?.map(({ name }) => name)).toContain('money');
    expect(fromCsv(csv?.text ?? '').find(([name]) => name === 'upkeep')?.[3]).toBe('bridge');
  });

  it('offers a colour that can be seen in place of one that cannot', async () => {
    await open('bridge');
    fireEvent.input(screen.getByLabelText('Another colour'), { target: { value: '#ffff00' } });
    press('Take the nearest that is not');
    await waitFor(() => expect(screen.queryByText(/hard to see/)).toBeNull());
  });

  it('shows chips in the colour of their code', async () => {
    location.hash = '#articles';
    render(<LibraryApp port={fakeLibrary(inventedLibrary(12), CODES)} />);
    await waitFor(() => expect(document.querySelector('.tag')).toBeTruthy());
    const chip = [...document.querySelectorAll<HTMLElement>('.tag')].find(
      ({ textContent }) => textContent === 'bridge',
    );
    expect([chip?.style.getPropertyValue('--code'), chip?.title]).toEqual([
      '#3a7fc6',
      'The swing bridge and its upkeep.',
    ]);
  });
});

describe('a form that is not saved', () => {
  const leaveAndComeBack = async (port: FakeLibrary, item: string) => {
    cleanup();
    await open('', port);
    location.hash = '#articles';
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Codebook' })).toBeNull());
    location.hash = `#codebook/${item}`;
    await waitFor(() => expect(screen.getByRole('region', { name: 'Codebook' })).toBeTruthy());
  };

  it('is there again after the place was left or the page loaded anew', async () => {
    const port = await open('bridge');
    type('Definition', 'Half a th');
    await leaveAndComeBack(port, 'bridge');
    expect(field('Definition').value).toBe('Half a th');
    press('Cancel');
    await leaveAndComeBack(port, 'bridge');
    expect(field('Definition').value).toBe(CODES[0]?.definition);
  });

  it('of a new code waits while another code is looked at', async () => {
    const port = await open();
    press('New code');
    type('Name', 'unfinis');
    location.hash = '#codebook/bridge';
    await waitFor(() => expect(field('Name').value).toBe('bridge'));
    await leaveAndComeBack(port, 'bridge');
    press('New code');
    await waitFor(() => expect(field('Name').value).toBe('unfinis'));
  });

  it('is saved over the code as it was then, so that what was changed elsewhere is not overwritten', async () => {
    const port = await open('bridge');
    type('Definition', 'Mine.');
    const [bridge] = CODES;
    if (!bridge) throw new Error('no code');
    await port.codes.save(bridge, { ...bridge, definition: 'Theirs.' });
    await leaveAndComeBack(port, 'bridge');
    const save = vi.spyOn(port.codes, 'save');
    press('Save');
    await waitFor(() => expect(save).toHaveBeenCalledWith(bridge, { ...bridge, definition: 'Mine.' }));
  });
});
