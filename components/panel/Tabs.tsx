import { say } from '../../lib/platform/words';
import { useRoving } from '../hooks/use-roving';

export interface TabsProps<Tab extends string> {
  readonly tabs: readonly Tab[];
  readonly selected: Tab;
  readonly label: string;
  /** What each tab is called. */
  readonly words: Readonly<Record<Tab, string>>;
  /** Null where there is nothing to count, or it is not known yet. */
  readonly counts: Readonly<Record<Tab, number | null>>;
  readonly onSelect: (tab: Tab) => void;
}

/** The names of the panel's tabs. */
export const tabWords = () => ({
  claims: say('tab.claims'),
  actors: say('tab.actors'),
  notes: say('tab.notes'),
  related: say('tab.related'),
});

/** One row of tabs with counts (ARIA tabs); arrow keys move, and select what they reach. */
export function Tabs<Tab extends string>({ tabs, selected, label, words, counts, onSelect }: TabsProps<Tab>) {
  const { ref, onKeyDown, onFocusIn } = useRoving<HTMLDivElement>('horizontal');
  return (
    <div class="tabs" role="tablist" aria-label={label} ref={ref} onKeyDown={onKeyDown} onFocusIn={onFocusIn}>
      {tabs.map((tab) => (
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
          <span class="tab-word" data-word={words[tab]}>
            {words[tab]}
          </span>{' '}
          {counts[tab] !== null && <span class="count">{counts[tab]}</span>}
        </button>
      ))}
    </div>
  );
}
