import { citeClaim } from '../../lib/exchange/citation/cite';
import type { ClaimId } from '../../lib/model/ids';
import type { PageView } from '../../lib/model/page-view';

/** A claim of the view as a citation for the clipboard (APA), empty when there is no such claim. */
export function citation(view: Extract<PageView, { state: 'read' }>, id: ClaimId): string {
  const claim = view.analysis.claims.find((each) => each.id === id);
  return claim ? citeClaim(view.article, claim, 'apa', Date.now()) : '';
}
