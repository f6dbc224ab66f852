import { describe, expect, it } from 'vitest';
import { actorItems, filterActors } from '../../../components/actors/actor-item';
import { articleOf, SOME } from '../../panel/article';

const { article, analysis } = articleOf(SOME);
const actors = actorItems(article.text, analysis);

describe('actor items', () => {
  it('put those who speak most first and count what they say', () => {
    expect(actors.slice(0, 2).map(({ name, claims, mentions }) => [name, claims, mentions])).toEqual([
      ['Mara Olsen', 2, 2],
      ['Tomás Vidal', 2, 2],
    ]);
  });

  it('list other names once, and never the full one', () => {
    const text = 'Mara Olsen … Olsen … Olsen';
    const [actor] = analysis.actors;
    if (!actor) throw new Error('no actor');
    const mentions = [
      { start: 0, end: 10, form: 'name' as const },
      { start: 13, end: 18, form: 'name' as const },
      { start: 21, end: 26, form: 'name' as const },
    ];
    expect(actorItems(text, { ...analysis, actors: [{ ...actor, mentions }] })[0]?.otherNames).toEqual(['Olsen']);
  });

  it.each([
    { types: [], search: 'VIDAL', expected: ['Tomás Vidal'] },
    { types: [], search: 'spokeswoman', expected: ['Ines Okafor'] },
    { types: ['place'], search: '', expected: ['Sandvik', 'Lower Quay'] },
    { types: ['place'], search: 'vidal', expected: [] },
  ] as const)('finds $expected for "$search" among $types', ({ types, search, expected }) => {
    expect(filterActors(actors, types, search).map(({ name }) => name)).toEqual(expected);
  });
});
