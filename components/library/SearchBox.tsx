import { type RefObject } from 'preact';
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { say } from '../../lib/platform/words';
import {
  applyCompletion,
  type Completion,
  completeQuery,
  type KnownValues,
  type Operator,
} from '../../lib/search/query/complete-query';
import { PageText } from '../text/words';

const HELP = {
  actor: 'library.operator.actor',
  'said-by': 'library.operator.saidBy',
  outlet: 'library.operator.outlet',
  tag: 'library.operator.tag',
  kind: 'library.operator.kind',
  has: 'library.operator.has',
  before: 'library.operator.before',
  after: 'library.operator.after',
} as const satisfies Record<Operator, string>;

export interface SearchBoxProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly search: RefObject<HTMLInputElement | null>;
  /** What stands in the library. */
  readonly known: () => KnownValues;
}

/**
 * The search box, with a list of operators and of their values below it (ARIA combo box). Arrow keys choose, Enter and
 * Tab take, Escape closes the list, then empties the box, then leaves it.
 */
export function SearchBox({ query, onQuery, search, known }: SearchBoxProps) {
  const id = useId();
  const [cursor, setCursor] = useState<number | null>(null);
  /** Whether the reader asked for the list with the arrow down. */
  const [asked, setAsked] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const moveTo = useRef<number | null>(null);
  const found = useMemo(
    () => (cursor === null ? [] : completeQuery(query, cursor, known, asked)),
    [query, cursor, known, asked],
  );
  const isOpen = found.length > 0;

  useLayoutEffect(() => {
    if (moveTo.current !== null) search.current?.setSelectionRange(moveTo.current, moveTo.current);
    moveTo.current = null;
  });

  const look = (input: HTMLInputElement, byArrow = false) => {
    setCursor(input.selectionStart === input.selectionEnd ? input.selectionStart : null);
    setAsked(byArrow);
    setChosen(-1);
  };
  const close = () => {
    setCursor(null);
    setChosen(-1);
  };
  const take = (completion: Completion) => {
    const next = applyCompletion(query, completion);
    moveTo.current = next.cursor;
    onQuery(next.query);
    setCursor(completion.kind === 'operator' ? next.cursor : null);
    setChosen(-1);
    search.current?.focus();
  };
  const onKeyDown = (event: preact.TargetedKeyboardEvent<HTMLInputElement>) => {
    const completion = found[chosen];
    if (event.key === 'ArrowDown' && !isOpen) look(event.currentTarget, true);
    else if (event.key === 'ArrowDown') setChosen((chosen + 1) % found.length);
    else if (event.key === 'ArrowUp' && isOpen) setChosen(chosen <= 0 ? found.length - 1 : chosen - 1);
    else if ((event.key === 'Enter' || event.key === 'Tab') && completion) take(completion);
    else if (event.key === 'Enter') return close();
    else if (event.key === 'Escape') {
      event.stopPropagation();
      if (isOpen) return close();
      if (query === '') event.currentTarget.blur();
      return onQuery('');
    } else return;
    event.preventDefault();
  };

  return (
    <div class="search-box">
      <input
        ref={search}
        class="library-search"
        type="text"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        role="combobox"
        aria-label={say('library.search')}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-describedby={`${id}-help`}
        {...(chosen >= 0 && isOpen ? { 'aria-activedescendant': `${id}-${chosen}` } : {})}
        placeholder={say('library.searchHint')}
        value={query}
        onInput={(event) => {
          onQuery(event.currentTarget.value);
          look(event.currentTarget);
        }}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      <span class="visually-hidden" id={`${id}-help`}>
        {say('library.searchHelp')}
      </span>
      <div
        class="completions"
        id={`${id}-list`}
        role="listbox"
        aria-label={say('library.completions')}
        hidden={!isOpen}
      >
        {found.map((completion, i) => (
          <div
            key={completion.text}
            id={`${id}-${i}`}
            class={i === chosen ? 'completion chosen' : 'completion'}
            role="option"
            aria-selected={i === chosen}
            // Before the click, for which the box would have lost the focus and closed the list.
            onPointerDown={(event) => {
              event.preventDefault();
              take(completion);
            }}
          >
            {completion.kind === 'operator' ? (
              <>
                <code>{completion.text}</code>
                <span class="small">{say(HELP[completion.operator])}</span>
              </>
            ) : (
              <PageText>{completion.value}</PageText>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
