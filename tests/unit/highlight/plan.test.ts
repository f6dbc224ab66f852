import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffPlans, spanKey } from '../../../lib/highlight/diff-plans';
import { planOf, type Plan, type Scene } from '../../../lib/highlight/plan';
import { targetsAt } from '../../../lib/highlight/target-at';
import { asId, type ChangeId, type ClaimId, type NoteId } from '../../../lib/model/ids';
import { actor, analysisOf, claim, note, sceneOf } from './scene';

const named = [{ start: 0, end: 5, form: 'name' as const }];
const words = (start: number, end: number) => ({ start, end, lead: '', words: '', tail: '' });
const nested = analysisOf([claim('c1', 10, 50, { kind: 'indirect' }), claim('c2', 20, 30)]);

const PLANS: readonly [string, Partial<Scene>, Record<string, string[]>][] = [
  ['paints each kind of claim apart', { analysis: nested }, { 'claim-indirect': ['10-50'], 'claim-direct': ['20-30'] }],
  [
    'paints nothing of a layer that is off',
    { analysis: nested, layers: { claims: false, actors: false, notes: false } },
    {},
  ],
  ['keeps actors off by default', { analysis: analysisOf([], [actor('a1', named)]) }, {}],
  [
    'paints actors by type when asked',
    {
      analysis: analysisOf([], [actor('a1', named, { type: 'place' })]),
      layers: { claims: true, actors: true, notes: true },
    },
    { 'actor-place': ['0-5'] },
  ],
  [
    'paints notes in their colour and leaves out lost ones',
    {
      notes: [
        { note: note('n1', 'rose'), span: { start: 3, end: 9 } },
        { note: note('n2'), span: null },
      ],
    },
    { 'note-rose': ['3-9'] },
  ],
  [
    'leaves out what the reader called wrong',
    { analysis: nested, verdicts: [{ claim: asId<ClaimId>('c2'), verdict: { kind: 'wrong' } }] },
    { 'claim-indirect': ['10-50'] },
  ],
  [
    'sets speaker and cue of the pointed claim off',
    {
      analysis: analysisOf([claim('c1', 10, 20, { source: [{ start: 0, end: 4 }], cue: [{ start: 5, end: 9 }] })]),
      pointed: { kind: 'claim', id: asId('c1') },
    },
    { 'claim-direct': ['10-20'], 'pointed-content': ['10-20'], 'pointed-cue': ['5-9'], 'pointed-speaker': ['0-4'] },
  ],
  [
    'marks the nearest name before a claim that has no source',
    {
      analysis: analysisOf([claim('c1', 10, 20, { actor: asId('a1') })], [actor('a1', named)]),
      pointed: { kind: 'claim', id: asId('c1') },
    },
    { 'claim-direct': ['10-20'], 'pointed-content': ['10-20'], 'pointed-speaker': ['0-5'] },
  ],
  [
    'lights all mentions of a pointed actor though the layer is off',
    { analysis: analysisOf([], [actor('a1', named)]), pointed: { kind: 'actor', id: asId('a1') } },
    { 'pointed-actor': ['0-5'] },
  ],
  [
    'flashes a note',
    {
      notes: [{ note: note('n1'), span: { start: 3, end: 9 } }],
      flashed: { kind: 'note', id: asId<NoteId>('n1') },
    },
    { 'note-amber': ['3-9'], flash: ['3-9'] },
  ],
  [
    'marks changed words where they stand now, and what was taken out nowhere',
    {
      changes: [
        { id: asId<ChangeId>('v1'), kind: 'number', how: 'changed', before: words(1, 3), after: words(4, 8) },
        { id: asId<ChangeId>('v2'), kind: 'number', how: 'removed', before: words(1, 3), after: null },
      ],
      pointed: { kind: 'change', id: asId('v1') },
      flashed: { kind: 'change', id: asId('v2') },
    },
    { 'pointed-content': ['4-8'] },
  ],
  [
    'drops doubles and empty spans',
    { analysis: analysisOf([claim('c1', 5, 9), claim('c2', 5, 9), claim('c3', 4, 4)]) },
    { 'claim-direct': ['5-9'] },
  ],
];

function readable(plan: Plan): Record<string, string[]> {
  return Object.fromEntries([...plan].map(([mark, spans]) => [mark, spans.map(spanKey)]));
}

describe('plan', () => {
  it.each(PLANS)('%s', (_, scene, expected) => {
    expect(readable(planOf(sceneOf(scene)))).toEqual(expected);
  });

  it('does not depend on the order in which claims come', () => {
    const claims = [claim('c1', 1, 9), claim('c2', 3, 4), claim('c3', 3, 9, { kind: 'mixed' })];
    const plan = planOf(sceneOf({ analysis: analysisOf(claims) }));
    expect(planOf(sceneOf({ analysis: analysisOf(claims.toReversed()) }))).toEqual(plan);
  });
});

const anyClaim = fc
  .tuple(fc.nat(40), fc.nat(12), fc.constantFrom('direct' as const, 'mixed' as const, 'indirect' as const))
  .map(([start, chars, kind]) => claim(`c${start}-${chars}`, start, start + chars, { kind }));
const anyPlan = fc
  .array(anyClaim, { maxLength: 12 })
  .map((claims) => planOf(sceneOf({ analysis: analysisOf(claims) })));

describe('difference of plans', () => {
  it('leads from any plan to any other', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (old, next) => {
        const { removed, added } = diffPlans(old, next);
        const name = ({ mark, span }: (typeof added)[number]) => `${mark} ${spanKey(span)}`;
        const flat = (plan: Plan) => [...plan].flatMap(([mark, spans]) => spans.map((span) => name({ mark, span })));
        const after = new Set(flat(old));
        for (const change of removed) expect(after.delete(name(change))).toBe(true);
        for (const change of added) after.add(name(change));
        expect([...after].toSorted()).toEqual(flat(next).toSorted());
      }),
    );
  });

  it('is empty between equal plans', () => {
    const plan = planOf(sceneOf({ analysis: nested }));
    expect(diffPlans(plan, planOf(sceneOf({ analysis: nested })))).toEqual({ removed: [], added: [] });
  });
});

describe('targets at a stretch', () => {
  const at = (start: number, more: Partial<Scene> = {}) =>
    targetsAt({ start, end: start + 1 }, sceneOf({ analysis: nested, ...more }));
  it('gives the innermost claim', () => {
    expect(at(25).claim?.id).toBe('c2');
    expect(at(15).claim?.id).toBe('c1');
    expect(at(60).claim).toBeNull();
  });
  it('gives no claim while the layer is off', () => {
    expect(at(25, { layers: { claims: false, actors: true, notes: true } }).claim).toBeNull();
  });
  it('ends with the last character', () => {
    expect(at(49).claim?.id).toBe('c1');
    expect(at(50).claim).toBeNull();
  });
});
