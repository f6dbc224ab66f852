import type { Handlers } from '../messages/later';
import type { PageCalls } from '../messages/protocol';
import { fail, ok } from '../model/result';
import { openSidePanel } from '../platform/side-panel';
import { keepClipping } from '../store/clippings';
import { addNote, correct, deleteNote, editNote, tagsBeginningWith } from '../store/notes';
import { getEngine } from './engine';
import { mergeSoon } from './index-care';
import { keepAwaited } from './keep-awaited';
import { remember } from './remember';

/** What the worker does for content scripts. */
export const pageCalls: Handlers<PageCalls, number> = {
  prepare: async () => {
    await getEngine();
    return null;
  },
  analyse: async (_tab, text) => ok((await getEngine()).analyse(text)),
  remember: async (_tab, article) => {
    await keepAwaited(article, async (text) => (await getEngine()).analyse(text));
    return remember(article);
  },
  keep: (_tab, draft) => indexed(keepClipping(draft)),
  addNote: (_tab, draft, note) => indexed(addNote(draft, note)),
  correct: (_tab, draft, content, verdict) => indexed(correct(draft, content, verdict)),
  editNote: (_tab, id, revision, note) => editNote(id, revision, note),
  deleteNote: (_tab, id) => deleteNote(id),
  completeTag: async (_tab, prefix) => {
    const tags = await tagsBeginningWith(prefix);
    return tags.ok ? tags : ok([]);
  },
  openPanel: (tab) =>
    openSidePanel(tab).then(
      () => ok(null),
      () => fail('no-gesture'),
    ),
};

/** An answer to a write that may have added an article. */
async function indexed<Answer>(write: Promise<Answer>): Promise<Answer> {
  const answer = await write;
  mergeSoon();
  return answer;
}
