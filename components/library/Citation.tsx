import { useState } from 'preact/hooks';
import { citeArticle } from '../../lib/exchange/citation/cite';
import type { CitationStyle } from '../../lib/exchange/citation/styles';
import type { Clipping } from '../../lib/model/clipping';
import { say } from '../../lib/platform/words';
import { useAnnounce } from '../hooks/use-announce';

/** Names of citation styles are the same in every language. */
const STYLES: Readonly<Record<CitationStyle, string>> = { apa: 'APA', mla: 'MLA', chicago: 'Chicago' };
const STYLE_KEYS = ['apa', 'mla', 'chicago'] as const;

/** The reference of a clipping in the style that is chosen, ready to be copied. */
export function Citation({ clipping }: { readonly clipping: Clipping }) {
  const announce = useAnnounce();
  const [style, setStyle] = useState<CitationStyle>('apa');
  // The day the article was kept is the day it was read.
  const reference = citeArticle(clipping.meta, style, clipping.savedAt);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(reference);
      announce.say(say('claims.copied'));
    } catch {
      announce.warn(say('claims.copyFailed'));
    }
  };
  return (
    <div class="citation">
      <div class="chips filter-row" role="group" aria-label={say('library.citationStyle')}>
        {STYLE_KEYS.map((key) => (
          <button key={key} type="button" class="chip" aria-pressed={key === style} onClick={() => setStyle(key)}>
            {STYLES[key]}
          </button>
        ))}
      </div>
      <p class="citation-text" dir="auto">
        {reference}
      </p>
      <button type="button" class="button" onClick={() => void copy()}>
        {say('claims.copy')}
      </button>
    </div>
  );
}
