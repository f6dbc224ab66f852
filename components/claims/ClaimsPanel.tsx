import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ClaimKind } from '../../lib/model/analysis';
import type { ClaimId } from '../../lib/model/ids';
import type { Verdict } from '../../lib/model/note';
import type { PageView } from '../../lib/model/page-view';
import { isSameSpan } from '../../lib/model/span';
import { writeFailureWords } from '../../lib/platform/failure-words';
import { say } from '../../lib/platform/words';
import { TagManyDialog } from '../coding/TagManyDialog';
import { useTagMany } from '../coding/use-tag-many';
import { useAnnounce } from '../hooks/use-announce';
import { useReadingPort } from '../hooks/use-port';
import { useSaidBefore } from '../hooks/use-said-before';
import type { PanelState } from '../panel-state';
import { Notice } from '../panel/Notice';
import { countSpeakers, filterClaims, groupClaims } from './arrange';
import { citation } from './citation';
import { ClaimDetail } from './ClaimDetail';
import { ClaimFilters } from './ClaimFilters';
import { claimItems, type ClaimItem } from './claim-item';
import { ClaimList } from './ClaimList';
import { SaidBeforeList } from './SaidBeforeList';

export interface ClaimsPanelProps {
  readonly view: Extract<PageView, { state: 'read' }>;
  readonly state: PanelState;
  /** The claim whose speaker the reader wants to name, asked for in the page. */
  readonly askSpeaker: ClaimId | null;
  /** The claim of whose speaker the reader wants to see, asked for in the page, what was said before. */
  readonly askBefore?: { readonly claim: ClaimId } | null;
  readonly onNote: (claim: ClaimItem, focus: 'body' | 'tags') => void;
}

const countKinds = (claims: readonly ClaimItem[]): Record<ClaimKind, number> => ({
  direct: claims.filter(({ kind }) => kind === 'direct').length,
  mixed: claims.filter(({ kind }) => kind === 'mixed').length,
  indirect: claims.filter(({ kind }) => kind === 'indirect').length,
});

/** The Claims tab: filters, the list, and the detail of the claim that is open. */
export function ClaimsPanel({ view, state, askSpeaker, askBefore = null, onNote }: ClaimsPanelProps) {
  const port = useReadingPort();
  const announce = useAnnounce();
  const root = useRef<HTMLDivElement>(null);
  const [saidBefore, setSaidBefore] = useState<ClaimId | null>(null);
  const [tagging, setTagging] = useState(false);
  useEffect(() => {
    if (askBefore) setSaidBefore(askBefore.claim);
  }, [askBefore]);

  const claims = useMemo(
    () => claimItems(view.article.text, view.analysis, view.verdicts),
    [view.article.text, view.analysis, view.verdicts],
  );
  const [order, kinds, speaker] = [state.order.value, state.kinds.value, state.speaker.value];
  const shown = useMemo(() => filterClaims(claims, kinds, speaker), [claims, kinds, speaker]);
  const groups = useMemo(() => groupClaims(shown, order), [shown, order]);

  const open = claims.find(({ id }) => id === state.openClaim.value);
  const before = useSaidBefore(open && open.id === saidBefore ? open.speaker : null, view.clipping?.id ?? null);

  const filtered = kinds.length > 0 || speaker !== '';
  useEffect(() => {
    if (filtered) announce.say(say('claims.shown', { shown: shown.length, all: claims.length }));
  }, [announce, filtered, shown.length, claims.length]);

  const marked = state.pointed.value;
  useEffect(() => {
    if (marked === null || state.tab.peek() !== 'claims') return;
    root.current?.querySelector(`[data-claim="${CSS.escape(marked)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [marked, state]);

  const reveal = useCallback(
    async (id: ClaimId) => {
      if (!(await port.reveal({ kind: 'claim', id }))) announce.warn(say('panel.notInPage'));
    },
    [port, announce],
  );
  const onPress = useCallback(
    (id: ClaimId) => {
      const opens = state.openClaim.peek() !== id;
      state.openClaim.value = opens ? id : null;
      if (opens) void reveal(id);
    },
    [state, reveal],
  );
  const onPoint = useCallback((id: ClaimId | null) => port.point(id === null ? null : { kind: 'claim', id }), [port]);

  const correct = async (claim: ClaimItem, verdict: Verdict | null) => {
    const done = await port.correct(claim.id, verdict);
    if (!done.ok) announce.warn(writeFailureWords(done.reason));
    else if (verdict?.kind === 'wrong')
      announce.offerUndo({
        said: say('verdict.markedWrong'),
        undo: async () => void (await port.correct(claim.id, null)),
      });
  };
  const copy = async (claim: ClaimItem) => {
    try {
      await navigator.clipboard.writeText(citation(view, claim.id));
      announce.say(say('claims.copied'));
    } catch {
      announce.warn(say('claims.copyFailed'));
    }
  };
  const tagMany = useTagMany(
    (tag, on) =>
      port.tagPlaces(
        shown.map(({ passage }) => ({
          selectors: port.describe(view.article.text, passage),
          about: { kind: 'claim' } as const,
          notes: view.notes.filter(({ span }) => span && isSameSpan(span, passage)).map(({ note }) => note.id),
        })),
        tag,
        on,
      ),
    (change) => port.takeBack(change),
  );
  const showAll = () => {
    state.kinds.value = [];
    state.speaker.value = '';
  };

  if (claims.length === 0) return view.notice === 'not-english' ? null : <Notice sentence={say('claims.none')} />;
  return (
    <div ref={root}>
      {claims.length > 1 && (
        <ClaimFilters
          order={order}
          kinds={kinds}
          speaker={speaker}
          speakers={countSpeakers(claims)}
          kindCounts={countKinds(claims)}
          onOrder={(next) => (state.order.value = next)}
          onKinds={(next) => (state.kinds.value = next)}
          onSpeaker={(next) => (state.speaker.value = next)}
        />
      )}
      {shown.length > 1 && (
        <p class="tag-shown">
          <button type="button" class="link" onClick={() => setTagging(true)}>
            {say('coding.tagShown', shown.length)}
          </button>
        </p>
      )}
      {tagging && (
        <TagManyDialog
          title={say('coding.tagShown', shown.length)}
          onTags={(tags, on) => void tagMany(tags, on)}
          onClose={() => setTagging(false)}
        />
      )}
      {shown.length === 0 && (
        <Notice sentence={say('claims.noneShown')} action={{ label: say('claims.showAll'), onPress: showAll }} />
      )}
      <ClaimList
        groups={groups}
        marked={marked}
        open={state.openClaim.value}
        onPress={onPress}
        onPoint={onPoint}
        renderDetail={(claim) => (
          <>
            <ClaimDetail
              claim={claim}
              names={view.analysis.actors.map(({ name }) => name)}
              askSpeaker={askSpeaker === claim.id}
              onVerdict={(verdict) => void correct(claim, verdict)}
              onNote={(focus) => onNote(claim, focus)}
              onCopy={() => void copy(claim)}
              onReveal={() => void reveal(claim.id)}
              onSaidBefore={() => setSaidBefore(saidBefore === claim.id ? null : claim.id)}
              saidBeforeOpen={saidBefore === claim.id}
            />
            {before !== null && <SaidBeforeList name={claim.speaker} found={before} />}
          </>
        )}
      />
    </div>
  );
}
