import { isolate, say } from '../../lib/platform/words';
import { useRoving } from '../hooks/use-roving';
import { hashOf } from '../library/address';
import { PageText } from '../text/words';
import type { CodeNode } from './tree';

/** The codes as links, each below its parent; one tab stop, arrow keys move. */
export function CodeTree(props: { readonly nodes: readonly CodeNode[]; readonly open: string | null }) {
  const { ref, onKeyDown, onFocusIn } = useRoving<HTMLDivElement>('vertical');
  return (
    <div class="code-tree" ref={ref} onKeyDown={onKeyDown} onFocusIn={onFocusIn}>
      <Branch {...props} label={say('codes.title')} />
    </div>
  );
}

function Branch(props: { readonly nodes: readonly CodeNode[]; readonly open: string | null; readonly label: string }) {
  return (
    <ul class="rows" aria-label={props.label}>
      {props.nodes.map(({ use, below }) => {
        const { code, isDefined, notes } = use;
        return (
          <li key={code.name}>
            <a
              class={isDefined ? 'code-row' : 'code-row undefined'}
              href={hashOf({ place: 'codebook', item: code.name })}
              data-rove
              tabIndex={-1}
              style={{ '--code': code.colour }}
              {...(code.name === props.open ? { 'aria-current': 'true' as const } : {})}
            >
              <span class="code-mark" aria-hidden="true" />
              <span class="code-name">
                <PageText>{code.name}</PageText>
                {!isDefined && <span class="visually-hidden">, {say('codes.undefined')}</span>}
              </span>
              {code.key !== '' && (
                <kbd>
                  <span class="visually-hidden">{say('codes.key')} </span>
                  {code.key}
                </kbd>
              )}
              <span class="count">
                <span class="visually-hidden">, {say('library.notes', notes)}</span>
                <span aria-hidden="true">{notes}</span>
              </span>
            </a>
            {below.length > 0 && (
              <Branch nodes={below} open={props.open} label={say('codes.below', { name: isolate(code.name) })} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
