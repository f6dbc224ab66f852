import type { ArticleMeta } from '../../lib/model/article';
import type { Clipping } from '../../lib/model/clipping';
import { isolate, say } from '../../lib/platform/words';
import { Day, dayWords } from '../text/dates';
import { PageText } from '../text/words';
import { LibraryLink } from './LibraryLink';

export interface HeaderProps {
  readonly meta: ArticleMeta;
  /** Null while the article is not saved. */
  readonly clipping: Clipping | null;
  readonly siteAllowed: boolean;
  readonly onKeep: () => void;
  readonly onRemove: () => void;
  readonly onAllowSite: (wanted: boolean) => void;
}

const BYLINE_START = /^\s*by\b:?\s*/i;

/** What is being read: outlet and date, title, byline; whether it is saved; whether this site is always read. */
export function Header({ meta, clipping, siteAllowed, onKeep, onRemove, onAllowSite }: HeaderProps) {
  const byline = meta.byline.replace(BYLINE_START, '');
  const updated = meta.modified ? dayWords(meta.modified) : '';
  const showUpdated = updated !== '' && updated !== (meta.published ? dayWords(meta.published) : '');
  return (
    <header class="article-header">
      <p class="small outlet">
        <PageText>{meta.outlet}</PageText> <Day when={meta.published} />
        <LibraryLink clipping={clipping?.id ?? null} />
      </p>
      <h1 class="article-title" dir="auto" {...(meta.language === 'und' ? {} : { lang: meta.language })}>
        {meta.title}
      </h1>
      {(byline !== '' || showUpdated) && (
        <p class="small byline">
          {byline !== '' && <span>{say('header.by', { byline: isolate(byline) })}</span>}
          {showUpdated && <span>{say('header.updated', { day: updated })}</span>}
        </p>
      )}
      <div class="header-actions">
        {clipping ? (
          <>
            <span class="small">{say('header.saved', { day: dayWords(clipping.savedAt) })}</span>
            <button type="button" class="link" onClick={onRemove}>
              {say('header.remove')}
            </button>
          </>
        ) : (
          <button type="button" class="button primary" onClick={onKeep}>
            {say('header.save')}
          </button>
        )}
        <label class="switch">
          <input
            type="checkbox"
            role="switch"
            aria-checked={siteAllowed}
            checked={siteAllowed}
            onClick={(event) => {
              // The box shows what holds, which the browser's own question decides.
              event.preventDefault();
              onAllowSite(!siteAllowed);
            }}
          />
          <span class="switch-track" aria-hidden="true" />
          <span>{say('header.always')}</span>
        </label>
      </div>
    </header>
  );
}
