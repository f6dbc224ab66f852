import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { codesToCsv } from '../../lib/exchange/csv/codes-csv';
import { codebookToQdc } from '../../lib/exchange/refi-qda/codebook';
import { type CodeUse, undefinedCode } from '../../lib/model/code';
import { writeFailureWords } from '../../lib/platform/failure-words';
import { say, wordsLanguage } from '../../lib/platform/words';
import { useCodebook } from '../hooks/use-codes';
import type { PlaceProps } from '../library/place';
import { useKeys } from '../library/use-keys';
import { Busy, Notice } from '../panel/Notice';
import { CodeDetail } from './CodeDetail';
import { CodeForm } from './CodeForm';
import { CodeTree } from './CodeTree';
import { matchCodes, treeOf } from './tree';
import { useCodeDrafts } from './use-code-drafts';
import { useCodeWrites } from './use-code-writes';

/** With more codes than this a field to find one is offered. */
const FIND_FROM = 10;

const NO_PARENTS: ReadonlySet<string> = new Set();

/** The codebook: all codes and tags, and the one that is open. */
export function CodebookPlace(props: PlaceProps) {
  const found = useCodebook();
  if (found === null) return <Busy sentence={say('codes.busy')} />;
  if (!found.ok) return <Notice sentence={writeFailureWords(found.reason)} />;
  return <Codebook {...props} codes={found.value} />;
}

function Codebook({ port, kept, item, go, codes }: PlaceProps & { readonly codes: readonly CodeUse[] }) {
  const [query, setQuery] = useState('');
  const { adding, setAdding, changed, setChanged } = useCodeDrafts();
  const [isAdding, setIsAdding] = useState(adding !== null && item === null);
  const list = useRef<HTMLElement>(null);
  const show = useCallback((name: string | null) => go({ place: 'codebook', item: name }), [go]);
  const writes = useCodeWrites(port.codes, show);
  const nodes = useMemo(() => treeOf(matchCodes(codes, query), wordsLanguage()), [codes, query]);
  const articles = useMemo(() => new Map(kept.map((entry) => [String(entry.clipping.id), entry])), [kept]);
  const open = isAdding ? undefined : codes.find(({ code }) => code.name === item);
  useLayoutEffect(() => {
    if (item !== null) setIsAdding(false);
  }, [item]);

  const step = (by: 1 | -1) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-rove]') ?? [])];
    const at = rows.findIndex((row) => row === document.activeElement);
    rows[at < 0 ? 0 : Math.max(0, Math.min(at + by, rows.length - 1))]?.focus();
  };
  const add = () => {
    show(null);
    setIsAdding(true);
    if (adding === null) setAdding(undefinedCode(query));
  };
  const dropAdding = () => {
    setIsAdding(false);
    setAdding(null);
  };
  const create = async () => {
    if (adding && (await writes.save(null, adding))) dropAdding();
  };
  const saveCsv = () => port.download('hearsay-codebook.csv', [codesToCsv(codes)], 'text/csv');
  const saveQdc = () => {
    const file = codebookToQdc(codes.map(({ code }) => code));
    if (file !== null) port.download('hearsay-codebook.qdc', [file], 'application/xml');
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    n: add,
    Escape: () => (isAdding ? setIsAdding(false) : show(null)),
  });

  const isOpen = open !== undefined || (isAdding && adding !== null);
  return (
    <main class={isOpen ? 'codebook with-open' : 'codebook'}>
      <section class="codebook-list" ref={list} aria-label={say('codes.title')}>
        <div class="list-bar">
          <span class="list-count">{say('codes.count', codes.length)}</span>
          {codes.length > 0 && (
            <>
              <button type="button" class="link" onClick={saveQdc}>
                {say('codes.saveQdc')}
              </button>
              <button type="button" class="link" onClick={saveCsv}>
                {say('codes.saveCsv')}
              </button>
            </>
          )}
          <button type="button" class="link" onClick={add}>
            {say('codes.add')}
          </button>
        </div>
        {codes.length >= FIND_FROM && (
          <input
            class="codes-find"
            type="search"
            dir="auto"
            aria-label={say('codes.find')}
            placeholder={say('codes.find')}
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        )}
        {codes.length === 0 && (
          <div class="library-empty">
            <h2>{say('codes.empty')}</h2>
            <p>{say('codes.emptyHow')}</p>
          </div>
        )}
        {codes.length > 0 && nodes.length === 0 && <p class="empty">{say('codes.noneFound')}</p>}
        <CodeTree nodes={nodes} open={item} />
      </section>
      {isAdding && adding !== null && (
        <article class="code-detail" aria-label={say('codes.add')}>
          <header class="code-head">
            <h2>{say('codes.add')}</h2>
          </header>
          <CodeForm
            draft={adding}
            codes={codes}
            notParents={NO_PARENTS}
            action={say('codes.create')}
            isChanged
            focusName
            onDraft={setAdding}
            onSave={() => void create()}
            onCancel={dropAdding}
          />
        </article>
      )}
      {open && (
        <CodeDetail
          key={open.code.name}
          port={port.codes}
          use={open}
          codes={codes}
          articles={articles}
          writes={writes}
          draft={changed[open.code.name] ?? null}
          onDraft={(draft) => setChanged(open.code.name, draft)}
          onClose={() => show(null)}
        />
      )}
      {!isOpen && item !== null && <Notice sentence={say('codes.gone')} />}
    </main>
  );
}
