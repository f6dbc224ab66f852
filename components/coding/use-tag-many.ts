import { type CodingChange, countChange } from '../../lib/model/coding';
import type { Result } from '../../lib/model/result';
import { say } from '../../lib/platform/words';
import type { WriteFailure } from '../../lib/messages/protocol';
import type { CodeFailure } from '../codebook/port';
import { codeFailureWords, usesWords } from '../codebook/words';
import { useAnnounce } from '../hooks/use-announce';

/** Gives tags to many things, or takes them, by `write` (one tag at a time); says what was done and offers a way back. */
export function useTagMany(
  write: (tag: string, on: boolean) => Promise<Result<CodingChange, CodeFailure>>,
  takeBack: (change: CodingChange) => Promise<Result<null, WriteFailure>>,
) {
  const announce = useAnnounce();
  return async (tags: readonly string[], on: boolean): Promise<void> => {
    const changes: CodingChange[] = [];
    for (const tag of tags) {
      const change = await write(tag, on);
      if (change.ok) changes.push(change.value);
      else announce.warn(codeFailureWords(change.reason));
    }
    const notes = changes.flatMap((change) => change.notes);
    if (notes.length === 0) return announce.say(say('coding.nothingChanged'));
    const uses = usesWords(countChange({ codes: [], notes }));
    announce.offerUndo({
      said: say(on ? 'coding.gaveMany' : 'coding.tookMany', { uses }),
      undo: async () => {
        for (const change of changes.toReversed()) {
          const back = await takeBack(change);
          if (!back.ok) return announce.warn(codeFailureWords(back.reason));
        }
        announce.say(say('codes.takenBack'));
      },
    });
  };
}
