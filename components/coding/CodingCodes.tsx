import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isSameName } from '../../lib/model/code';
import { say } from '../../lib/platform/words';
import { PageText } from '../text/words';
import type { KeyedCode } from './code-keys';

/** The codes with their keys. With `isFinding` a field stands above them: Enter gives the first code that has the words. */
export function CodingCodes(props: {
  readonly codes: readonly KeyedCode[];
  /** The codes of the item at hand; null where there is no item. */
  readonly given: readonly string[] | null;
  readonly isFinding: boolean;
  readonly onToggle: (name: string) => void;
  /** The reader is done with finding. */
  readonly onFound: () => void;
}) {
  const { codes, given, isFinding } = props;
  const [query, setQuery] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (isFinding) field.current?.focus();
    else setQuery('');
  }, [isFinding]);
  const shown = isFinding ? codesNamed(codes, query) : codes;
  const [first] = query.trim() === '' ? [] : shown;
  return (
    <>
      {isFinding && (
        <input
          ref={field}
          class="codes-find"
          type="search"
          dir="auto"
          aria-label={say('codes.find')}
          placeholder={say('codes.find')}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== 'Escape') return;
            event.preventDefault();
            event.stopPropagation();
            if (event.key === 'Enter' && first) props.onToggle(first.use.code.name);
            props.onFound();
          }}
        />
      )}
      <ul class="rows coding-codes" aria-label={say('codes.title')}>
        {shown.map(({ use: { code }, depth, key, isLent }) => (
          <li key={code.name} style={{ paddingInlineStart: `${depth}rem` }}>
            <button
              type="button"
              class="coding-code"
              aria-pressed={given?.includes(code.name) ?? false}
              disabled={given === null}
              style={{ '--code': code.colour }}
              {...(key === '' ? {} : { 'aria-keyshortcuts': key })}
              {...(code.definition === '' ? {} : { title: code.definition })}
              onClick={() => props.onToggle(code.name)}
            >
              <kbd class={isLent ? 'lent' : ''} aria-hidden="true">
                {key}
              </kbd>
              <span class="code-mark" aria-hidden="true" />
              <span class="code-name">
                <PageText>{code.name}</PageText>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Those with these words in their name; one that is called just so comes first, then those that begin so. */
function codesNamed(codes: readonly KeyedCode[], query: string): readonly KeyedCode[] {
  const words = query.trim().toLocaleLowerCase();
  const rank = ({ use }: KeyedCode) => {
    if (isSameName(use.code.name, words)) return 0;
    return use.code.name.toLocaleLowerCase().startsWith(words) ? 1 : 2;
  };
  return codes
    .filter(({ use }) => use.code.name.toLocaleLowerCase().includes(words))
    .toSorted((a, b) => (words === '' ? 0 : rank(a) - rank(b)));
}
