import { useState } from 'preact/hooks';
import type { Clipping } from '../../lib/model/clipping';
import { isolate, say } from '../../lib/platform/words';
import { Day, dayWords } from '../text/dates';
import { PageText, webAddress, WebLink } from '../text/words';
import { Citation } from './Citation';

export interface ReadingHeaderProps {
  readonly clipping: Clipping;
  readonly inTrash: boolean;
  readonly onClose: () => void;
  readonly onTrash: () => void;
  readonly onExport: () => void;
  /** Whether coding mode is on, and its switch. */
  readonly coding: boolean;
  readonly onCode: () => void;
}

const BYLINE_START = /^\s*by\b:?\s*/i;

/** What is being read, and what can be done with it as a whole. */
export function ReadingHeader({ clipping, inTrash, onClose, onTrash, onExport, ...props }: ReadingHeaderProps) {
  const { meta } = clipping;
  const [citing, setCiting] = useState(false);
  const byline = meta.byline.replace(BYLINE_START, '');
  const original = webAddress(meta.canonicalUrl) ?? webAddress(meta.url);
  return (
    <header class="reading-header">
      <button type="button" class="link reading-close" onClick={onClose}>
        {say('library.backToList')}
      </button>
      <p class="small outlet">
        <PageText>{meta.outlet}</PageText> <Day when={meta.published} />
      </p>
      <h2 class="article-title" dir="auto" {...(meta.language === 'und' ? {} : { lang: meta.language })}>
        {meta.title || meta.canonicalUrl}
      </h2>
      <p class="small byline">
        {byline !== '' && <span>{say('header.by', { byline: isolate(byline) })}</span>}
        <span>{say('header.saved', { day: dayWords(clipping.savedAt) })}</span>
      </p>
      <div class="actions">
        {original !== null && <WebLink url={original}>{say('library.original')}</WebLink>}
        <button type="button" class="link" aria-expanded={citing} onClick={() => setCiting(!citing)}>
          {say('library.cite')}
        </button>
        <button type="button" class="link" aria-pressed={props.coding} onClick={props.onCode}>
          {say('coding.start')}
        </button>
        <button type="button" class="link" onClick={onExport}>
          {say('library.export')}
        </button>
        <button type="button" class="link" onClick={onTrash}>
          {say(inTrash ? 'library.restore' : 'library.toTrash')}
        </button>
      </div>
      {citing && <Citation clipping={clipping} />}
    </header>
  );
}
