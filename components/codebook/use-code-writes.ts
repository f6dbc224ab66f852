import { type Code, type CodeUse } from '../../lib/model/code';
import { type CodingChange, countChange } from '../../lib/model/coding';
import type { NoteId } from '../../lib/model/ids';
import type { Result } from '../../lib/model/result';
import { isolate, say } from '../../lib/platform/words';
import { useAnnounce } from '../hooks/use-announce';
import type { CodeFailure, CodesPort } from './port';
import { codeFailureWords, usesWords } from './words';

/**
 * Changes of the codebook, each said with what it did and a way back; `onShow` is told which code to show then. Gives
 * whether it was done.
 */
export function useCodeWrites(port: CodesPort, onShow: (name: string | null) => void) {
  const announce = useAnnounce();

  const tell = (
    done: Result<CodingChange, CodeFailure>,
    sentence: (change: CodingChange) => string,
    show: string | null,
    showBack: string | null,
  ): boolean => {
    if (!done.ok) {
      announce.warn(codeFailureWords(done.reason));
      return false;
    }
    onShow(show);
    announce.offerUndo({
      said: sentence(done.value),
      undo: async () => {
        const back = await port.takeBack(done.value);
        if (!back.ok) return announce.warn(codeFailureWords(back.reason));
        onShow(showBack);
        announce.say(say('codes.takenBack'));
      },
    });
    return true;
  };

  return {
    save: async (was: Code | null, code: Code) => {
      const done = await port.save(was, code);
      const name = (done.ok && done.value.codes.find(({ after }) => after)?.after?.name) || code.name;
      const renamed = (change: CodingChange) =>
        say('codes.renamed', { name: isolate(name), uses: usesWords(countChange(change)) });
      const saved = () => say('codes.saved', { name: isolate(name) });
      return tell(done, was !== null && was.name !== name ? renamed : saved, name, was?.name ?? null);
    },
    merge: async (from: string, into: string) =>
      tell(
        await port.merge(from, into),
        (change) => say('codes.merged', { uses: usesWords(countChange(change)), into: isolate(into) }),
        into,
        from,
      ),
    split: async (from: string, code: Code, notes: readonly NoteId[]) =>
      tell(
        await port.split(from, code, notes),
        (change) => say('codes.merged', { uses: usesWords(countChange(change)), into: isolate(code.name) }),
        code.name,
        from,
      ),
    remove: async ({ code }: CodeUse) =>
      tell(
        await port.remove(code.name),
        (change) => say('codes.deleted', { name: isolate(code.name), uses: usesWords(countChange(change)) }),
        null,
        code.name,
      ),
  };
}
