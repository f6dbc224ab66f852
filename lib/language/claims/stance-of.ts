import type { Stance } from '../../model/analysis';
import { stemOf } from '../attribution/stem';

const STEMS: readonly (readonly [Stance, string])[] = [
  ['denies', 'deny denial reject dismiss refut disput rebuff contradict repudiat disavow'],
  ['accuses', 'accus accusation blam alleg allegation charg condemn criticis criticiz denounc slam blast lambast'],
  ['promises', 'promis vow pledg commit guarantee guarante swear undertak'],
  ['asks', 'ask urg demand call request appeal implor question plead beg petition'],
  ['believes', 'believ think expect hop fear feel suspect doubt assum predict belief hope anticipat reckon'],
];

const stances = new Map(STEMS.flatMap(([stance, stems]) => stems.split(' ').map((stem) => [stem, stance] as const)));

/** What the speaker does with the content, by the words of the cue; "asserts" where none tells more. */
export function stanceOf(cueWords: readonly string[]): Stance {
  for (const word of cueWords) {
    const stance = stances.get(stemOf(word.toLowerCase()));
    if (stance) return stance;
  }
  return 'asserts';
}
