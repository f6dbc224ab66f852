/**
 * Makes `public/models/given-names.bin`: the given names that are nearly always a man's or a woman's, as hashes: from compromise (MIT) and from all locales of
 * @faker-js/faker (MIT), which is needed only here (see `words.ts` on how to install it).
 */
import { createRequire } from 'node:module';
import compromise from 'compromise';
import { hashText } from '../../../lib/language/learned/hash';
import { type Weights, makeWeights } from '../../../lib/language/learned/weights';

const load = createRequire(process.env['TRAINING_PACKAGES'] ?? import.meta.filename);

/** One label: 1 for he, -1 for she; names met on both sides are left out. */
export function makeGenders(): Weights {
  const votes = new Map<string, number>();
  const vote = (name: string, value: number): void => {
    const lower = name.toLowerCase();
    if (/^[\p{Script=Latin}'’-]{2,}$/u.test(lower)) votes.set(lower, (votes.get(lower) ?? 0) + value);
  };
  const { lexicon } = (
    compromise as unknown as { model(): { one: { lexicon: Record<string, string | string[]> } } }
  ).model().one;
  for (const [word, tags] of Object.entries(lexicon)) {
    // The tagger's own lists are the surer source for English news.
    if (tags.includes('MaleName')) vote(word, 4);
    if (tags.includes('FemaleName')) vote(word, -4);
  }
  const { allFakers } = load('@faker-js/faker') as {
    allFakers: Record<
      string,
      { rawDefinitions: { person?: { first_name?: Record<string, readonly string[] | null> } } }
    >;
  };
  for (const { rawDefinitions } of Object.values(allFakers)) {
    const lists = rawDefinitions.person?.first_name;
    for (const name of lists?.['male'] ?? []) vote(name, 1);
    for (const name of lists?.['female'] ?? []) vote(name, -1);
  }
  const sure = [...votes].filter(([, sum]) => sum !== 0);
  return makeWeights(
    1,
    Int32Array.from(sure, ([name]) => hashText(name)),
    Int8Array.from(sure, ([, sum]) => Math.sign(sum)),
    1,
  );
}
