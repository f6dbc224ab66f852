import { say } from '../../lib/platform/words';
import { useRoving } from '../hooks/use-roving';
import { PANEL_TABS, type PanelTab } from '../panel-state';

export interface TabsProps {
  readonly selected: PanelTab;
  /** Null while not known yet. */
  readonly counts: Readonly<Record<PanelTab, number | null>>;
  readonly onSelect: (tab: PanelTab) => void;
}

/** One row of tabs with counts (ARIA tabs); arrow keys move, and select what they reach. */
export function Tabs({ selected, counts, onSelect }: TabsProps) {
  const { ref, onKeyDown, onFocusIn } = useRoving<HTMLDivElement>('horizontal');
  return (
    <div
      class="tabs"
      role="tablist"
      aria-label={say('tab.label')}
      ref={ref}
      onKeyDown={onKeyDown}
      onFocusIn={onFocusIn}
    >
      {PANEL_TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`tab-${tab}`}
          data-rove
          tabIndex={-1}
          aria-selected={tab === selected}
          aria-controls={`panel-${tab}`}
          onClick={() => onSelect(tab)}
          onFocus={() => onSelect(tab)}
        >
          <span class="tab-word" data-word={say(`tab.${tab}`)}>
            {say(`tab.${tab}`)}
          </span>{' '}
          {counts[tab] !== null && <span class="count">{counts[tab]}</span>}
        </button>
      ))}
    </div>
  );
}
