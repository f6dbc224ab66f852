import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageView } from '../../lib/model/page-view';
import { isolate, say } from '../../lib/platform/words';
import { useAnnounce } from '../hooks/use-announce';
import { useCodes } from '../hooks/use-codes';
import type { DraftDesk } from '../hooks/use-drafts';
import { useReadingPort } from '../hooks/use-port';
import { hashOf } from '../library/address';
import { draftOf, newDraft, placeOfNote, placeOfPassage } from '../notes/drafts';
import { NoteEditor } from '../notes/NoteEditor';
import { useNoteWrites } from '../notes/use-note-writes';
import { PageText, Passage } from '../text/words';
import { keyedCodes } from './code-keys';
import { CodingCodes } from './CodingCodes';
import { CodingHelp } from './CodingHelp';
import type { CodingItem } from './coding-items';
import { useCoding } from './use-coding';
import { useCodingKeys } from './use-coding-keys';

export interface CodingPanelProps {
  readonly view: Extract<PageView, { state: 'read' }>;
  readonly desk: DraftDesk;
  readonly onLeave: () => void;
}

/** Coding mode: the claim or passage at hand, the codes with their keys, and how far the article is coded. */
export function CodingPanel({ view, desk, onLeave }: CodingPanelProps) {
  const port = useReadingPort();
  const announce = useAnnounce();
  const coding = useCoding(view);
  const codes = keyedCodes(useCodes());
  const writes = useNoteWrites(desk);
  const root = useRef<HTMLElement>(null);
  const [helping, setHelping] = useState(false);
  const [writing, setWriting] = useState(false);
  const [finding, setFinding] = useState(false);
  const { current, items, index, coded } = coding;

  const place = current && placeOf(current);
  const begin = () => {
    if (!current || place === null) return;
    const note = current.notes[0]?.note;
    const about = current.target.kind === 'claim' ? ({ kind: 'claim' } as const) : undefined;
    if (!desk.drafts[place])
      desk.put(place, note ? draftOf(note) : newDraft(port.describe(view.article.text, current.passage), about));
    setWriting(true);
  };
  const stop = () => {
    setWriting(false);
    root.current?.focus();
  };
  const draft = writing && place !== null ? desk.drafts[place] : undefined;

  useCodingKeys({
    move: coding.move,
    code: (key) => {
      const found = codes.find((each) => each.key === key);
      if (found) coding.toggle(found.use.code.name);
      return found !== undefined;
    },
    note: begin,
    undo: coding.undo,
    find: () => setFinding(current !== undefined),
    help: () => setHelping(true),
    leave: onLeave,
  });

  // The item is marked and shown in the text, and read out: only when it is another one, not when its codes change.
  const kind = current?.target.kind;
  const id = current?.target.id;
  const spoken = current
    ? say('coding.item', {
        number: index + 1,
        all: items.length,
        words: isolate([current.speaker, current.words].filter(Boolean).join(': ')),
        codes: current.tags.length > 0 ? current.tags.map(isolate).join(', ') : say('coding.noCodes'),
      })
    : '';
  const latest = useRef({ port, announce, current, spoken });
  latest.current = { port, announce, current, spoken };
  useEffect(() => {
    const now = latest.current;
    if (!now.current) return undefined;
    void now.port.reveal(now.current.target);
    now.port.point(now.current.target);
    now.announce.say(now.spoken);
    return () => now.port.point(null);
  }, [kind, id]);
  useEffect(() => root.current?.focus(), []);

  return (
    <section class="coding" ref={root} tabIndex={-1} aria-label={say('coding.title')}>
      <header class="coding-head">
        <p class="coding-progress">
          <progress max={items.length} value={coded} aria-hidden="true" />
          <span>{say('coding.progress', { coded, all: items.length })}</span>
        </p>
        <div class="actions">
          <button type="button" class="link" onClick={() => setHelping(true)}>
            {say('coding.help')}
          </button>
          <button type="button" class="link" onClick={onLeave}>
            {say('coding.leave')}
          </button>
        </div>
      </header>
      {current ? (
        <div class="coding-item">
          <p class="small">{say('coding.at', { number: index + 1, all: items.length })}</p>
          {current.speaker !== '' && (
            <p class="speaker">
              <PageText>{current.speaker}</PageText>
            </p>
          )}
          <Passage text={current.words} clamped />
          <div class="actions">
            <button type="button" class="link" disabled={index === 0} onClick={() => coding.move(-1)}>
              {say('coding.keys.back')}
            </button>
            <button type="button" class="link" disabled={index === items.length - 1} onClick={() => coding.move(1)}>
              {say('coding.keys.next')}
            </button>
            <button type="button" class="link" aria-expanded={draft !== undefined} onClick={begin}>
              {say('claims.note')}
            </button>
          </div>
          {draft && place !== null && (
            <NoteEditor
              fields={draft}
              onChange={(fields) => desk.put(place, { ...draft, ...fields })}
              onSave={() => void writes.save(place, draft).then(stop)}
              onCancel={() => {
                desk.drop(place);
                stop();
              }}
              complete={port.completeTag}
              focus="body"
              withColour={false}
            />
          )}
        </div>
      ) : (
        <p class="empty">{say('coding.nothing')}</p>
      )}
      {codes.length === 0 && (
        <p class="empty">
          {say('coding.needsCodes')} <a href={hashOf({ place: 'codebook', item: null })}>{say('codes.title')}</a>
        </p>
      )}
      <CodingCodes
        codes={codes}
        given={current?.tags ?? null}
        isFinding={finding}
        onToggle={coding.toggle}
        onFound={() => {
          setFinding(false);
          root.current?.focus();
        }}
      />
      {helping && <CodingHelp onClose={() => setHelping(false)} />}
    </section>
  );
}

/** Where the draft of the note on an item lies: the note that stands there, else a new one on its passage. */
function placeOf({ notes, passage }: CodingItem): string {
  const note = notes[0]?.note;
  return note ? placeOfNote(note.id) : placeOfPassage(passage);
}
