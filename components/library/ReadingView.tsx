import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ClaimId, ClippingId } from '../../lib/model/ids';
import type { NoteSubject } from '../../lib/model/note';
import { unreachable } from '../../lib/model/result';
import { cover, type Span } from '../../lib/model/span';
import type { PanelTarget } from '../../lib/messages/protocol';
import { isolate, say } from '../../lib/platform/words';
import { ActorsPanel } from '../actors/ActorsPanel';
import { ChangesNotice } from '../changes/ChangesNotice';
import { ClaimsPanel } from '../claims/ClaimsPanel';
import { CodingPanel } from '../coding/CodingPanel';
import { useDrafts } from '../hooks/use-drafts';
import { useLatest } from '../hooks/use-latest';
import { ReadingPortContext } from '../hooks/use-port';
import { useRelated } from '../hooks/use-related';
import { useWide } from '../hooks/use-wide';
import { newDraft, placeOfActor, placeOfPassage, ARTICLE_PLACE } from '../notes/drafts';
import { NotesPanel } from '../notes/NotesPanel';
import { createPanelState, PANEL_TABS, type PanelTab } from '../panel-state';
import { Tabs, tabWords } from '../panel/Tabs';
import type { Draft, ReadingPort } from '../port';
import { RelatedPanel } from '../related/RelatedPanel';
import { ArticleLanguage } from '../text/words';
import { KeptText } from './KeptText';
import { markText } from './mark-text';
import type { OpenView, StorePort } from './port';
import { ReadingHeader } from './ReadingHeader';
import { flash, pieceAt, pointAt } from './reveal';
import { useKeys } from './use-keys';

export interface ReadingViewProps {
  readonly view: OpenView;
  readonly store: StorePort;
  readonly inTrash: boolean;
  /** The claim to show at first. */
  readonly claim: string | undefined;
  /** To the list. */
  readonly onClose: () => void;
  /** Into the trash, or out of it. */
  readonly onTrash: () => void;
  readonly onExport: () => void;
  readonly onOpen: (id: ClippingId) => void;
}

/** From this width on, in rem, the lists stand beside the text; below it they are further tabs. */
const BESIDE_REM = 52;

const TABS = ['article', ...PANEL_TABS] as const;

/** One kept article for reading: its text with everything marked in it, and the lists about it. */
export function ReadingView(props: ReadingViewProps) {
  const text = useRef<HTMLElement>(null);
  const latest = useLatest(props.view);
  const show = useRef<(at: number, target: PanelTarget) => boolean>(() => false);
  const { store } = props;
  const port = useMemo<ReadingPort>(
    () => ({
      ...store,
      reveal: async (target) => {
        const at = placeOf(latest.current, target);
        return at !== null && show.current(at, target);
      },
      point: (target) => text.current && pointAt(text.current, target),
    }),
    [store, latest],
  );
  return (
    <ReadingPortContext.Provider value={port}>
      <Reading {...props} text={text} show={show} port={port} />
    </ReadingPortContext.Provider>
  );
}

interface ReadingProps extends ReadingViewProps {
  readonly text: { current: HTMLElement | null };
  readonly show: { current: (at: number, target: PanelTarget) => boolean };
  readonly port: ReadingPort;
}

function Reading({ view, text, show, port, ...props }: ReadingProps) {
  const root = useRef<HTMLElement>(null);
  const beside = useWide(root, BESIDE_REM);
  const state = useMemo(createPanelState, []);
  const [inText, setInText] = useState(true);
  const [coding, setCoding] = useState(false);
  const [focus, setFocus] = useState<'body' | 'tags'>('body');
  const [passage, setPassage] = useState<Span | null>(null);
  const { article, analysis, verdicts, notes, clipping } = view;
  const { language, title } = article.meta;
  const desk = useDrafts(`clipping:${clipping.id}`);
  const related = useRelated(view);
  const blocks = useMemo(
    () => markText(article.text, article.blocks, analysis.claims, verdicts, notes),
    [article.text, article.blocks, analysis.claims, verdicts, notes],
  );

  const toTab = (tab: PanelTab) => {
    state.tab.value = tab;
    setInText(false);
  };
  const write = (place: string, draft: Draft, field: 'body' | 'tags') => {
    setFocus(field);
    if (!desk.drafts[place]) desk.put(place, draft);
    toTab('notes');
  };
  const writeOn = (span: Span, field: 'body' | 'tags', about?: NoteSubject) => {
    const selectors = port.describe(article.text, span);
    write(placeOfPassage(selectors), newDraft(selectors, about), field);
    setPassage(null);
  };

  // Opening a claim in its list asks for its place as well; where the text is another tab, that must not leave the list.
  const opened = useRef<ClaimId | null>(null);
  useEffect(() => {
    opened.current = state.openClaim.value;
  });
  const pending = useRef<number | null>(null);
  useLayoutEffect(() => {
    show.current = (at, target) => {
      if (beside || inText) return flash(pieceAt(text.current, at));
      const justOpened = target.kind === 'actor' || (target.kind === 'claim' && opened.current !== target.id);
      if (!justOpened) {
        pending.current = at;
        setInText(true);
      }
      return true;
    };
    if (inText && pending.current !== null) {
      flash(pieceAt(text.current, pending.current));
      pending.current = null;
    }
  });

  const code = (on: boolean) => {
    // The text is what is coded: it stays in sight.
    if (on) setInText(true);
    setCoding(on);
  };

  // A link to a claim leads to its words.
  const asked = useLatest(analysis.claims.find(({ id }) => id === props.claim));
  useEffect(() => {
    const claim = asked.current;
    if (!claim) return;
    state.openClaim.value = claim.id;
    state.tab.value = 'claims';
    flash(pieceAt(text.current, cover(claim.content).start));
  }, [asked, props.claim, state, text]);

  useKeys({
    c: () => code(true),
    e: () => write(ARTICLE_PLACE, newDraft(null), 'body'),
    t: () => write(ARTICLE_PLACE, newDraft(null), 'tags'),
  });

  const panels = {
    claims: (
      <ClaimsPanel
        view={view}
        state={state}
        askSpeaker={null}
        onNote={(claim, field) => writeOn(claim.passage, field, { kind: 'claim' })}
      />
    ),
    actors: (
      <ActorsPanel
        view={view}
        state={state}
        onNote={(name) => write(placeOfActor(name), newDraft(null, { kind: 'actor', name }), 'body')}
      />
    ),
    notes: <NotesPanel notes={notes} desk={desk} focus={focus} />,
    related: <RelatedPanel view={view} found={related} onOpen={props.onOpen} />,
  };
  const tab = inText && !beside ? 'article' : state.tab.value;
  return (
    <ArticleLanguage.Provider value={language === 'und' ? '' : language}>
      <article class={`reading${beside ? ' beside' : ''}${coding ? ' with-coding' : ''}`} ref={root} aria-label={title}>
        <ReadingHeader
          clipping={clipping}
          inTrash={props.inTrash}
          onClose={props.onClose}
          onTrash={props.onTrash}
          onExport={props.onExport}
          coding={coding}
          onCode={() => code(!coding)}
        />
        <ChangesNotice clipping={clipping} changes={view.changes} versions={view.versions} />
        <div class="reading-body">
          <div
            class="reading-text"
            id="panel-article"
            hidden={!beside && !inText}
            {...(beside || coding ? {} : { role: 'tabpanel', 'aria-labelledby': 'tab-article' })}
          >
            <KeptText
              blocks={blocks}
              label={say('library.text', { title: isolate(title) })}
              language={language === 'und' ? '' : language}
              root={text}
              onClaim={(id) => {
                state.openClaim.value = id;
                state.pointed.value = id;
                toTab('claims');
              }}
              onNote={() => toTab('notes')}
              onPoint={(id) => {
                state.pointed.value = id;
                port.point(id === null ? null : { kind: 'claim', id });
              }}
              onSelect={setPassage}
            />
            {passage && (
              <div class="selection-bar" role="group" aria-label={say('bar.label')}>
                <button type="button" class="button primary" onClick={() => writeOn(passage, 'body')}>
                  {say('claims.note')}
                </button>
                <button type="button" class="button" onClick={() => writeOn(passage, 'tags')}>
                  {say('claims.tag')}
                </button>
              </div>
            )}
          </div>
          <div class="reading-side">
            {coding ? (
              <CodingPanel view={view} desk={desk} onLeave={() => code(false)} />
            ) : (
              <>
                <Tabs
                  tabs={beside ? PANEL_TABS : TABS}
                  selected={tab}
                  label={say('tab.label')}
                  words={{ article: say('library.article'), ...tabWords() }}
                  counts={{
                    article: null,
                    claims: analysis.claims.length,
                    actors: analysis.actors.length,
                    notes: notes.length,
                    related: typeof related === 'string' ? null : related.length,
                  }}
                  onSelect={(next) => (next === 'article' ? setInText(true) : toTab(next))}
                />
                {PANEL_TABS.map((each) => (
                  <div
                    key={each}
                    id={`panel-${each}`}
                    class="tab-panel"
                    role="tabpanel"
                    aria-labelledby={`tab-${each}`}
                    hidden={each !== tab}
                  >
                    {panels[each]}
                  </div>
                ))}
              </>
            )}
          </div>
        </div>
      </article>
    </ArticleLanguage.Provider>
  );
}

/** Where in the text a target begins, null where it has no place there. */
function placeOf({ analysis, notes, changes }: OpenView, target: PanelTarget): number | null {
  switch (target.kind) {
    case 'claim':
      return analysis.claims.find(({ id }) => id === target.id)?.content[0]?.start ?? null;
    case 'note':
      return notes.find(({ note }) => note.id === target.id)?.span?.start ?? null;
    case 'actor':
      return analysis.actors.find(({ id }) => id === target.id)?.mentions[0]?.start ?? null;
    case 'change':
      // The text here is the kept one.
      return changes.find(({ id }) => id === target.id)?.before?.start ?? null;
    default:
      return unreachable(target);
  }
}
