import type { Segmented } from '../segment/segment';
import type { NamedActor } from './merge-names';

/** What the article shows of a person's gender: by titles and role words at the name. */
export type Gender = 'he' | 'she' | 'unknown';

const SHE =
  /^(?:mrs|ms|miss|mrs\.|ms\.|lady|dame|queen|princess|madam|\p{L}+woman|actress|mother|wife|daughter|sister|girl|aunt|grandmother|widow|chairwoman)$/u;
const HE =
  /^(?:mr|mr\.|sir|lord|king|prince|pope|\p{L}+man|father|husband|son|brother|boy|uncle|grandfather|cardinal|imam)$/u;

/** Judged from the two tokens before each place of the name and the name's own first token. */
export function genderOf(seg: Segmented, actor: NamedActor): Gender {
  for (const { first } of actor.names) {
    for (let i = first; i >= Math.max(0, first - 2); i -= 1) {
      const lower = seg.lowers[i] ?? '';
      if (SHE.test(lower)) return 'she';
      if (HE.test(lower) && lower !== 'german' && lower !== 'roman' && lower !== 'woman') return 'he';
    }
  }
  return 'unknown';
}
