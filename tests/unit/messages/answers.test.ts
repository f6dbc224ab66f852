import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { PageViewSchema, TAB_ANSWERS } from '../../../lib/messages/answers';
import type { PageView } from '../../../lib/model/page-view';
import { inventedLibrary } from '../../library/invented';
import { SCENES } from '../../panel/scenes';

const views = Object.entries(SCENES).map(([name, scene]) => [name, scene().view] as const);
const read = SCENES['changed']?.().view;
if (read?.state !== 'read') throw new Error('no view to change');
const [kept] = inventedLibrary(1);

const accepts = (view: unknown) => v.safeParse(PageViewSchema, view).success;
const far = { start: 0, end: read.article.text.length + 1 };
const [claim, ...claims] = read.analysis.claims;
const [actor, ...actors] = read.analysis.actors;

/** A view that a page could have tampered with: what is changed in it. */
const FORGED: readonly (readonly [string, Partial<PageView> | Record<string, unknown>])[] = [
  ['a key too many', { html: '<b>x</b>' }],
  ['a state we do not have', { state: 'owned' }],
  ['no article', { article: null }],
  [
    'an address that is no web address',
    { article: { ...read.article, meta: { ...read.article.meta, url: 'javascript:1' } } },
  ],
  ['a block outside of the text', { article: { ...read.article, blocks: [{ ...far, kind: 'paragraph' }] } }],
  [
    'a claim outside of the text',
    { analysis: { ...read.analysis, claims: [{ ...claim, content: [far] }, ...claims] } },
  ],
  [
    'a mention outside of the text',
    { analysis: { ...read.analysis, actors: [{ ...actor, mentions: [{ ...far, form: 'name' }] }, ...actors] } },
  ],
  ['a sentence that ends before it starts', { analysis: { ...read.analysis, sentences: [{ start: 3, end: 1 }] } }],
  ['a note outside of the text', { notes: read.notes.map(({ note }) => ({ note, span: far })) }],
  [
    'a change outside of the text',
    {
      changes: [
        { id: 'c', kind: 'name', how: 'added', before: null, after: { ...far, lead: '', words: '', tail: '' } },
      ],
    },
  ],
  ['a certainty above one', { analysis: { ...read.analysis, claims: [{ ...claim, certainty: 2 }, ...claims] } }],
  ['a request we do not have', { asked: { kind: 'run', code: '1' } }],
  ['a prototype', { layers: JSON.parse('{"claims":true,"actors":true,"notes":true,"__proto__":{"polluted":1}}') }],
];

describe('what a content script answers', () => {
  it.each(views)('passes where it is a view: %s', (_name, view) => {
    expect(view === null || accepts(view)).toBe(true);
  });

  it.each(FORGED)('is refused with %s', (_name, change) => {
    expect(accepts({ ...read, ...change })).toBe(false);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('passes where a write was done or refused, and not where the refusal is none of ours', () => {
    const { keep } = TAB_ANSWERS;
    expect(v.safeParse(keep, { ok: true, value: kept?.clipping }).success).toBe(true);
    expect(v.safeParse(keep, { ok: false, reason: 'storage-full' }).success).toBe(true);
    expect(v.safeParse(keep, { ok: false, reason: 'failed' }).success).toBe(false);
    expect(v.safeParse(keep, { ok: true, value: { ...kept?.clipping, admin: true } }).success).toBe(false);
  });

  it('of any other shape is refused, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        for (const schema of Object.values(TAB_ANSWERS)) v.safeParse(schema, raw);
        expect(accepts(raw)).toBe(false);
      }),
    );
  });
});
