import type { Segmented } from '../segment/segment';
import { hashText } from '../learned/hash';
import type { Weights } from '../learned/weights';
import type { NamedActor } from './name';

/** What the article shows of a person's gender: by titles and role words at the name, else by the given name. */
export type Gender = 'he' | 'she' | 'unknown';

/** A gender, and whether a title or role word tells it: a given name alone may be borne by both. */
export interface KnownGender {
  readonly gender: Gender;
  readonly sure: boolean;
}

const SHE =
  /^(?:mrs|ms|miss|mrs\.|ms\.|lady|dame|queen|princess|madam|\p{L}+woman|actress|mother|wife|daughter|sister|girl|aunt|grandmother|widow|chairwoman)$/u;
const HE =
  /^(?:mr|mr\.|sir|lord|king|prince|pope|\p{L}+man|father|husband|son|brother|boy|uncle|grandfather|cardinal|imam)$/u;

const NOT_HE = new Set(['german', 'roman', 'woman', 'human', 'ottoman', 'norman']);

/**
 * Judged from the token before each place of the name and its first one, else from the given name: `genders` holds 1 for those of
 * men and -1 for those of women, by hash.
 */
export function genderOf(seg: Segmented, actor: NamedActor, genders: Weights): KnownGender {
  for (const { first } of actor.names) {
    for (let i = first; i >= Math.max(0, first - 1); i -= 1) {
      const lower = seg.lowers[i] ?? '';
      if (SHE.test(lower)) return { gender: 'she', sure: true };
      if (HE.test(lower) && !NOT_HE.has(lower)) return { gender: 'he', sure: true };
    }
  }
  const given = actor.words.length > 1 ? genders.index.find(hashText(actor.words[0] ?? '')) : -1;
  if (given < 0) return { gender: 'unknown', sure: false };
  return { gender: (genders.rows[given] ?? 0) > 0 ? 'he' : 'she', sure: false };
}
