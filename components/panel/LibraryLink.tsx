import type { ClippingId } from '../../lib/model/ids';
import { say } from '../../lib/platform/words';

/** The way to the library page, in a tab of its own; with a clipping it opens there. */
export function LibraryLink({ clipping = null }: { readonly clipping?: ClippingId | null }) {
  const shown = clipping === null ? '' : `#articles/${encodeURIComponent(clipping)}`;
  return (
    <a class="library-link" href={`/library.html${shown}`} target="_blank" rel="noopener">
      {say('library.open')}
    </a>
  );
}
