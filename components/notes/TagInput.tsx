import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isolate, say } from '../../lib/platform/words';
import { useAnnounce } from '../hooks/use-announce';
import { useCodes } from '../hooks/use-codes';
import { TagChip } from '../text/TagChip';
import { PageText } from '../text/words';
import { addTag } from '../../lib/model/tag';

export interface TagInputProps {
  readonly tags: readonly string[];
  readonly onTags: (tags: readonly string[]) => void;
  /** Tags in use that begin with what was typed, most used first. */
  readonly complete: (prefix: string) => Promise<readonly string[]>;
  readonly autofocus?: boolean;
}

/**
 * Tags as removable words and a field that completes from those in use (ARIA combobox with a list box). Enter or a
 * comma adds, Backspace in the empty field removes the last, Escape closes the list first. What was typed is added
 * when the field is left: nothing is lost by forgetting Enter.
 */
export function TagInput({ tags, onTags, complete, autofocus = false }: TagInputProps) {
  const [typed, setTyped] = useState('');
  const [offers, setOffers] = useState<readonly string[]>([]);
  const [at, setAt] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const announce = useAnnounce();

  useLayoutEffect(() => {
    if (autofocus) input.current?.focus();
  }, [autofocus]);

  useEffect(() => {
    let current = true;
    if (typed.trim() === '') setOffers([]);
    else {
      void complete(typed.trim()).then((found) => {
        if (current) setOffers(found.filter((tag) => !tags.includes(tag)));
      });
    }
    return () => {
      current = false;
    };
  }, [typed, tags, complete]);

  const add = (text: string) => {
    const next = addTag(tags, text);
    if (next !== tags) {
      onTags(next);
      announce.say(say('notes.tagAdded', { tag: isolate(text.trim()) }));
    }
    setTyped('');
    setOffers([]);
    setAt(-1);
  };
  const remove = (tag: string) => {
    onTags(tags.filter((each) => each !== tag));
    announce.say(say('notes.tagRemoved', { tag: isolate(tag) }));
    input.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const chosen = offers[at];
    const plainEnter = event.key === 'Enter' && !event.ctrlKey && !event.metaKey;
    if ((plainEnter || event.key === ',') && typed.trim() !== '') {
      event.preventDefault();
      add(plainEnter && chosen !== undefined ? chosen : typed);
    } else if (plainEnter) event.preventDefault();
    else if (event.key === 'Backspace' && typed === '' && tags.length > 0) remove(tags[tags.length - 1] ?? '');
    else if (event.key === 'ArrowDown' && offers.length > 0) {
      event.preventDefault();
      setAt((at + 1) % offers.length);
    } else if (event.key === 'ArrowUp' && offers.length > 0) {
      event.preventDefault();
      setAt((at <= 0 ? offers.length : at) - 1);
    } else if (event.key === 'Escape' && offers.length > 0) {
      event.stopPropagation();
      setOffers([]);
    }
  };

  return (
    <div class="tag-input">
      <label class="small" for={id}>
        {say('notes.tags')}
      </label>
      <div class="tag-box">
        {tags.map((tag) => (
          <TagChip key={tag} tag={tag}>
            <button
              type="button"
              class="tag-remove"
              aria-label={say('notes.removeTag', { tag: isolate(tag) })}
              onClick={() => remove(tag)}
            >
              <span aria-hidden="true">×</span>
            </button>
          </TagChip>
        ))}
        <input
          ref={input}
          id={id}
          dir="auto"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={offers.length > 0}
          aria-controls={`${id}-offers`}
          {...(at >= 0 ? { 'aria-activedescendant': `${id}-${at}` } : {})}
          placeholder={tags.length === 0 ? say('notes.addTag') : ''}
          autocomplete="off"
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            // Not in the effect: it may run after an arrow key that was pressed at once.
            setAt(-1);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => add(typed)}
        />
      </div>
      <ul id={`${id}-offers`} class="offers" role="listbox" aria-label={say('notes.tags')} hidden={offers.length === 0}>
        {offers.map((tag, index) => (
          <li
            key={tag}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            // The press must not take the focus from the field, which would add the half-typed word.
            onPointerDown={(event) => {
              event.preventDefault();
              add(tag);
            }}
          >
            <Offer tag={tag} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A tag that is offered, with what it means where the codebook says so. */
function Offer({ tag }: { readonly tag: string }) {
  const code = useCodes().find((use) => use.code.name === tag)?.code;
  return (
    <>
      <span class="code-mark" aria-hidden="true" {...(code ? { style: { '--code': code.colour } } : {})} />
      <PageText>{tag}</PageText>
      {code?.definition && (
        <span class="small" dir="auto">
          {code.definition}
        </span>
      )}
    </>
  );
}
