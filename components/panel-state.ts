import { type Signal, signal } from '@preact/signals';
import type { ActorType, ClaimKind } from '../lib/model/analysis';
import type { ActorId, ClaimId } from '../lib/model/ids';

/** The tabs of the panel, in the order they stand. */
export const PANEL_TABS = ['claims', 'actors', 'notes', 'related'] as const;
export type PanelTab = (typeof PANEL_TABS)[number];

export type ClaimOrder = 'reading' | 'speaker';

/** What the reader has set in the panel for one page; survives switching tabs, here and in the browser. */
export interface PanelState {
  readonly tab: Signal<PanelTab>;
  readonly order: Signal<ClaimOrder>;
  /** Kinds shown; empty means all. */
  readonly kinds: Signal<readonly ClaimKind[]>;
  /** Speaker shown, as named in the list; empty means everyone. */
  readonly speaker: Signal<string>;
  readonly openClaim: Signal<ClaimId | null>;
  /** The claim under the pointer in the page. */
  readonly pointed: Signal<ClaimId | null>;
  readonly actorTypes: Signal<readonly ActorType[]>;
  readonly actorSearch: Signal<string>;
  readonly openActor: Signal<ActorId | null>;
  /** How far each tab is scrolled, in pixels. */
  readonly scroll: Map<PanelTab, number>;
}

/** The state of a panel that nobody has touched yet. */
export function createPanelState(): PanelState {
  return {
    tab: signal('claims'),
    order: signal('reading'),
    kinds: signal([]),
    speaker: signal(''),
    openClaim: signal(null),
    pointed: signal(null),
    actorTypes: signal([]),
    actorSearch: signal(''),
    openActor: signal(null),
    scroll: new Map(),
  };
}
