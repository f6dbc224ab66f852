import { useEffect, useState } from 'preact/hooks';
import type { CodeUse } from '../../lib/model/code';
import type { NoteId } from '../../lib/model/ids';
import type { Note } from '../../lib/model/note';
import type { Result } from '../../lib/model/result';
import type { WriteFailure } from '../../lib/messages/protocol';
import { isolate, say } from '../../lib/platform/words';
import { ConfirmDialog } from '../library/ConfirmDialog';
import type { Entry } from '../library/entries';
import { CodedNotes } from './CodedNotes';
import { CodeForm } from './CodeForm';
import { MergeDialog } from './MergeDialog';
import type { CodesPort } from './port';
import { SplitDialog } from './SplitDialog';
import { flatten, treeOf } from './tree';
import type { CodeDraft } from './use-code-drafts';
import type { useCodeWrites } from './use-code-writes';
import { usesWords } from './words';

export interface CodeDetailProps {
  readonly port: CodesPort;
  readonly use: CodeUse;
  readonly codes: readonly CodeUse[];
  readonly articles: ReadonlyMap<string, Entry>;
  readonly writes: ReturnType<typeof useCodeWrites>;
  /** What was filled in and not saved yet, null while nothing was. */
  readonly draft: CodeDraft | null;
  readonly onDraft: (draft: CodeDraft | null) => void;
  readonly onClose: () => void;
}

const NONE: ReadonlySet<NoteId> = new Set();

/** One code: its texts, what can be done with it as a whole, and the notes that bear it. */
export function CodeDetail({ port, use, codes, writes, draft, ...props }: CodeDetailProps) {
  const { code } = use;
  const [asking, setAsking] = useState<'merge' | 'split' | 'delete' | null>(null);
  const [chosen, setChosen] = useState(NONE);
  const found = useNotesCoded(port, use);

  const notParents = new Set(
    flatten(treeOf(codes, 'en').flatMap((node) => subtree(node, code.name))).map((each) => each.use.code.name),
  );
  const save = async () => {
    if (draft && (await writes.save(draft.was, draft.draft))) props.onDraft(null);
  };
  return (
    <article class="code-detail" aria-label={code.name}>
      <header class="code-head" style={{ '--code': code.colour }}>
        <button type="button" class="link code-close" onClick={props.onClose}>
          {say('codes.back')}
        </button>
        <h2>
          <bdi>{code.name}</bdi>
        </h2>
        <p class="small">{usesWords(use)}</p>
        <div class="actions">
          {codes.length > 1 && (
            <button type="button" class="link" onClick={() => setAsking('merge')}>
              {say('codes.mergeAsk')}
            </button>
          )}
          <button type="button" class="link" onClick={() => setAsking('delete')}>
            {say('panel.delete')}
          </button>
        </div>
      </header>
      <CodeForm
        draft={draft?.draft ?? code}
        codes={codes}
        notParents={notParents}
        action={say('panel.save')}
        isChanged={draft !== null}
        focusName={false}
        onDraft={(next) => props.onDraft({ was: draft?.was ?? code, draft: next })}
        onSave={() => void save()}
        onCancel={() => props.onDraft(null)}
      />
      {use.notes > 0 && (
        <section class="code-notes">
          <h3 class="group-heading">{say('codes.coded')}</h3>
          <div class="actions">
            <span class="small">{chosen.size > 0 ? say('library.selected', chosen.size) : say('codes.splitHint')}</span>
            {chosen.size > 0 && (
              <>
                <button type="button" class="link" onClick={() => setAsking('split')}>
                  {say('codes.splitAsk')}
                </button>
                <button type="button" class="link" onClick={() => setChosen(NONE)}>
                  {say('library.clearSelection')}
                </button>
              </>
            )}
          </div>
          <CodedNotes found={found} articles={props.articles} chosen={chosen} onChosen={setChosen} />
        </section>
      )}
      {asking === 'merge' && (
        <MergeDialog
          use={use}
          codes={codes}
          onMerge={(into) => void writes.merge(code.name, into)}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'split' && (
        <SplitDialog
          from={code.name}
          count={chosen.size}
          onSplit={(name) =>
            void writes.split(code.name, { ...code, name, definition: '', example: '', key: '' }, [...chosen])
          }
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'delete' && (
        <ConfirmDialog
          title={say('codes.deleteTitle', { name: isolate(code.name) })}
          question={say('codes.deleteWhat', { uses: usesWords(use) })}
          action={say('panel.delete')}
          onConfirm={() => void writes.remove(use)}
          onClose={() => setAsking(null)}
        />
      )}
    </article>
  );
}

/** The part of the tree that hangs below (and with) this code. */
function subtree(node: ReturnType<typeof treeOf>[number], name: string): ReturnType<typeof treeOf> {
  return node.use.code.name === name ? [node] : node.below.flatMap((each) => subtree(each, name));
}

/** The notes of a code; asked for again when their number has changed. */
function useNotesCoded(port: CodesPort, use: CodeUse): Result<readonly Note[], WriteFailure> | null {
  const [found, setFound] = useState<Result<readonly Note[], WriteFailure> | null>(null);
  useEffect(() => {
    let current = true;
    void port.notes(use.code.name).then((notes) => current && setFound(notes));
    return () => {
      current = false;
    };
  }, [port, use]);
  return found;
}
