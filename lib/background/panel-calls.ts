import type { Handlers } from '../messages/later';
import type { PanelCalls } from '../messages/protocol';
import { findSaidBefore } from '../store/actors/said-before';
import { requestsOutside } from '../platform/requests';
import { findRelated } from '../store/related';

/** What the worker does for our own pages. */
export const panelCalls: Handlers<PanelCalls, true> = {
  requestsOutside: () => requestsOutside(),
  relatedTo: (_own, article, analysis, not) => findRelated(article, analysis, not),
  saidBefore: (_own, actorName, not) => findSaidBefore(actorName, not),
};
