import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ClaimId } from '../../lib/model/ids';
import type { PageView, ReaderRequest } from '../../lib/model/page-view';
import { writeFailureWords } from '../../lib/platform/failure-words';
import { isolate, say } from '../../lib/platform/words';
import { ActorsPanel } from '../actors/ActorsPanel';
import { ChangesNotice } from '../changes/ChangesNotice';
import { changedSentence } from '../changes/sentence';
import { ClaimsPanel } from '../claims/ClaimsPanel';
import { useAnnounce } from '../hooks/use-announce';
import { useDrafts } from '../hooks/use-drafts';
import { useLatest } from '../hooks/use-latest';
import { usePort } from '../hooks/use-port';
import { useRelated } from '../hooks/use-related';
import { useSite } from '../hooks/use-site';
import { draftOf, newDraft, placeOfActor, placeOfNote, placeOfPassage, subjectAt } from '../notes/drafts';
import { NotesPanel } from '../notes/NotesPanel';
import { PANEL_TABS, type PanelState, type PanelTab } from '../panel-state';
import { RelatedPanel } from '../related/RelatedPanel';
import type { Draft } from '../port';
import { ArticleLanguage } from '../text/words';
import { Header } from './Header';
import { LayerSwitch } from './LayerSwitch';
import { Notice } from './Notice';
import { Tabs, tabWords } from './Tabs';

type ReadView = Extract<PageView, { state: 'read' }>;

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).hostname : url);

/** The panel beside a page that was read: header, tabs, lists, layers. */
export function ReadPage({ view, state }: { readonly view: ReadView; readonly state: PanelState }) {
  const port = usePort();
  const announce = useAnnounce();
  const { meta } = view.article;
  const desk = useDrafts(meta.canonicalUrl);
  const related = useRelated(view);
  const site = useSite(meta.url);
  const [focus, setFocus] = useState<'body' | 'tags'>('body');
  const [askSpeaker, setAskSpeaker] = useState<ClaimId | null>(null);
  const [askBefore, setAskBefore] = useState<{ readonly claim: ClaimId } | null>(null);

  const found = say('page.found', { claims: view.analysis.claims.length, actors: view.analysis.actors.length });
  const changed = changedSentence(view.changes, view.clipping?.savedAt);
  useEffect(() => announce.say(`${found} ${changed}`.trim()), [announce, found, changed, meta.canonicalUrl]);
  useEffect(() => port.onPointed((claim) => (state.pointed.value = claim)), [port, state]);

  const select = useCallback((tab: PanelTab) => selectTab(state, tab), [state]);
  useTabScroll(state);

  const write = (place: string, draft: Draft, field: 'body' | 'tags') => {
    setFocus(field);
    // Words that are not saved yet are never overwritten by asking again.
    if (!desk.drafts[place]) desk.put(place, draft);
    select('notes');
  };

  // What was asked for in the page is typed here.
  const { asked } = view;
  const answer = useLatest((request: ReaderRequest) => {
    if (request.kind === 'speaker') {
      select('claims');
      state.openClaim.value = request.claim;
      setAskSpeaker(request.claim);
    } else if (request.kind === 'before') {
      select('claims');
      state.openClaim.value = request.claim;
      // A new one each time: what was asked for before may have been folded up since.
      setAskBefore({ claim: request.claim });
    } else if (request.kind === 'note') {
      write(
        placeOfPassage(request.selectors),
        newDraft(request.selectors, subjectAt(view.analysis, request.selectors)),
        request.focus,
      );
    } else {
      const note = view.notes.find((each) => each.note.id === request.note)?.note;
      if (note) write(placeOfNote(note.id), draftOf(note), request.focus);
    }
    void port.settle();
  });
  useEffect(() => {
    if (asked) answer.current(asked);
  }, [asked, answer]);

  const keep = async () => {
    const kept = await port.keep();
    if (kept.ok) announce.say(say('header.savedNow'));
    else announce.warn(writeFailureWords(kept.reason));
  };
  const remove = async () => {
    if (!view.clipping) return;
    const { id } = view.clipping;
    const removed = await port.remove(id);
    if (!removed.ok) announce.warn(writeFailureWords(removed.reason));
    else
      announce.offerUndo({
        said: say('header.removed'),
        undo: async () => {
          const back = await port.restore(id);
          if (back.ok) announce.say(say('header.restored'));
          else announce.warn(writeFailureWords(back.reason));
        },
      });
  };
  const allowSite = async (wanted: boolean) => {
    const holds = await site.allow(wanted);
    const name = isolate(hostOf(meta.url));
    if (holds !== wanted) announce.warn(say('header.alwaysRefused'));
    else announce.say(say(holds ? 'header.alwaysOn' : 'header.alwaysOff', { site: name }));
  };

  const panels = {
    claims: (
      <ClaimsPanel
        view={view}
        state={state}
        askSpeaker={askSpeaker}
        askBefore={askBefore}
        onNote={({ passage }, field) => {
          const selectors = port.describe(view.article.text, passage);
          write(placeOfPassage(selectors), newDraft(selectors, { kind: 'claim' }), field);
        }}
      />
    ),
    actors: (
      <ActorsPanel
        view={view}
        state={state}
        onNote={(name) => write(placeOfActor(name), newDraft(null, { kind: 'actor', name }), 'body')}
      />
    ),
    notes: <NotesPanel notes={view.notes} desk={desk} focus={focus} />,
    related: <RelatedPanel view={view} found={related} />,
  };
  return (
    <ArticleLanguage.Provider value={meta.language === 'und' ? '' : meta.language}>
      <Header
        meta={meta}
        clipping={view.clipping}
        siteAllowed={site.allowed}
        onKeep={() => void keep()}
        onRemove={() => void remove()}
        onAllowSite={(wanted) => void allowSite(wanted)}
      />
      <main>
        {view.clipping && <ChangesNotice clipping={view.clipping} changes={view.changes} versions={view.versions} />}
        {view.notice === 'not-english' && <Notice sentence={say('page.noticeNotEnglish')} />}
        {view.notice === 'partial' && <Notice sentence={say('page.noticePartial')} />}
        {!view.canPaint && <Notice sentence={say('page.cannotPaint')} />}
        <Tabs
          tabs={PANEL_TABS}
          label={say('tab.label')}
          words={tabWords()}
          selected={state.tab.value}
          counts={{
            claims: view.analysis.claims.length,
            actors: view.analysis.actors.length,
            notes: view.notes.length,
            related: typeof related === 'string' ? null : related.length,
          }}
          onSelect={select}
        />
        {PANEL_TABS.map((tab) => (
          <div
            key={tab}
            id={`panel-${tab}`}
            class="tab-panel"
            role="tabpanel"
            aria-labelledby={`tab-${tab}`}
            hidden={tab !== state.tab.value}
          >
            {panels[tab]}
          </div>
        ))}
      </main>
      {view.canPaint && (
        <footer class="panel-footer">
          <LayerSwitch layers={view.layers} onLayer={port.setLayer} />
        </footer>
      )}
    </ArticleLanguage.Provider>
  );
}

function selectTab(state: PanelState, tab: PanelTab): void {
  if (tab === state.tab.peek()) return;
  state.scroll.set(state.tab.peek(), window.scrollY);
  state.tab.value = tab;
}

/** Gives each tab its own place in the one scroll of the panel; a tab shown first begins at its top. */
function useTabScroll(state: PanelState): void {
  const tab = state.tab.value;
  const before = useRef(tab);
  useLayoutEffect(() => {
    if (before.current === tab) return;
    before.current = tab;
    const tabs = document.querySelector<HTMLElement>('.tabs');
    const top = tabs?.parentElement?.offsetTop ?? 0;
    window.scrollTo({ top: state.scroll.get(tab) ?? Math.min(window.scrollY, top) });
  }, [tab, state]);
}
