import type { Stance } from '../../model/analysis';
import { stemOf } from '../attribution/stem';

const STEMS: readonly (readonly [Stance, string])[] = [
  ['denies', 'deny denial reject dismiss refut disput rebuff contradict repudiat disavow'],
  ['accuses', 'accus accusation blam alleg allegation charg condemn criticis criticiz denounc slam blast lambast'],
  ['promises', 'promis vow pledg commit guarantee guarante swear undertak'],
  ['asks', 'ask urg demand request appeal implor question plead beg petition'],
  ['believes', 'believ think expect hop fear feel suspect doubt assum predict belief hope anticipat reckon'],
];

const stances = new Map(STEMS.flatMap(([stance, stems]) => stems.split(' ').map((stem) => [stem, stance] as const)));

const NOT = /^(?:not|never)$|n['’]t$/;

/**
 * What the speaker does with the content, by the words of the cue and the content's first word; "asserts" where none
 * tells more. Not to believe something is to deny it; to call it something is not to call for it.
 */
export function stanceOf(cueWords: readonly string[], contentWord = ''): Stance {
  const words = cueWords.map((word) => word.toLowerCase());
  for (const [k, word] of words.entries()) {
    const stem = stemOf(word);
    if (stem === 'call' && /^(?:for|on|upon)$/.test(words[k + 1] ?? contentWord.toLowerCase())) return 'asks';
    const stance = stances.get(stem);
    if (stance === 'believes' && words.slice(0, k).some((other) => NOT.test(other))) return 'denies';
    if (stance) return stance;
  }
  return 'asserts';
}
