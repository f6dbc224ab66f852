import { useMemo } from 'preact/hooks';
import { say } from '../../lib/platform/words';
import { Day } from '../text/dates';
import { TagChip } from '../text/TagChip';
import { PageText } from '../text/words';
import type { SnippetPiece } from '../../lib/search/snippet';
import type { Entry } from './entries';

export interface ClippingRowProps {
  readonly entry: Entry;
  /** The passage that shows why it was found; null where there is none to show. */
  readonly snippet: readonly SnippetPiece[] | null;
  readonly id: string;
  /** Where it stands in the whole list, from 1, and how long that is. */
  readonly position: number;
  readonly size: number;
  /** The keyboard is here. */
  readonly active: boolean;
  /** Shown in the reading view. */
  readonly open: boolean;
  readonly selected: boolean;
}

/** Tags that fit in a row; the rest is counted. */
const MAX_TAGS = 3;

/**
 * One clipping: outlet, date and counts; title and tags. All rows are of one height. A row whose props are the same is
 * not rendered again while others scroll past it.
 */
export function ClippingRow({ entry, snippet, id, position, size, active, open, selected }: ClippingRowProps) {
  return useMemo(
    () => <Row {...{ entry, snippet, id, position, size, active, open, selected }} />,
    [entry, snippet, id, position, size, active, open, selected],
  );
}

function Row({ entry, snippet, id, position, size, active, open, selected }: ClippingRowProps) {
  const { clipping, notes, tags } = entry;
  const { meta, claims } = clipping;
  return (
    <div
      class={`shelf-row${active ? ' active' : ''}${open ? ' open' : ''}`}
      id={id}
      data-row={clipping.id}
      role="option"
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={size}
      {...(open ? { 'aria-current': 'true' } : {})}
    >
      <span class="shelf-tick" data-tick aria-hidden="true" />
      <span class="shelf-outlet small outlet">
        <PageText>{meta.outlet}</PageText> <Day when={meta.published ?? clipping.savedAt} />
      </span>
      <span class="shelf-counts small">
        <span class="visually-hidden">, </span>
        {claims > 0 && say('library.claims', claims)}
        {claims > 0 && notes > 0 && ', '}
        {notes > 0 && say('library.notes', notes)}
      </span>
      <span class="shelf-title">
        <bdi {...(meta.language === 'und' || meta.language === '' ? {} : { lang: meta.language })}>
          {meta.title || meta.canonicalUrl}
        </bdi>
      </span>
      {snippet && (
        <span class="shelf-snippet" dir="auto">
          <span class="visually-hidden">, </span>
          {snippet.map(({ text, isHit }, i) => (isHit ? <mark key={i}>{text}</mark> : <span key={i}>{text}</span>))}
        </span>
      )}
      {tags.length > 0 && (
        <span class="shelf-tags">
          <span class="visually-hidden">, </span>
          {tags.slice(0, MAX_TAGS).map((tag) => (
            <TagChip key={tag} tag={tag} />
          ))}
          {tags.length > MAX_TAGS && <span class="small">+{tags.length - MAX_TAGS}</span>}
        </span>
      )}
    </div>
  );
}
