import { say } from '../../lib/platform/words';
import { type Order, ORDERS } from './sort';

export interface ListBarProps {
  readonly shown: number;
  readonly all: number;
  /** The texts are still being searched. */
  readonly busy: boolean;
  readonly selected: number;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  readonly inTrash: boolean;
  /** Whether the facets are open where they do not stand beside the list. */
  readonly narrowing: boolean;
  readonly onNarrow: () => void;
  readonly onExport: () => void;
  readonly onTag: () => void;
  readonly onTrash: () => void;
  readonly onRestore: () => void;
  readonly onErase: () => void;
  readonly onClear: () => void;
}

/** Above the list: how many and in which order; while some are selected, what to do with them. */
export function ListBar(props: ListBarProps) {
  const { shown, all, selected, inTrash } = props;
  const isOrder = (value: string): value is Order => ORDERS.some((order) => order === value);
  const action = (words: string, onPress: () => void) => (
    <button type="button" class="link" onClick={onPress}>
      {words}
    </button>
  );
  if (selected > 0)
    return (
      <div class="list-bar selecting" role="group" aria-label={say('library.selected', selected)}>
        <span class="list-count">{say('library.selected', selected)}</span>
        {inTrash ? (
          <>
            {action(say('library.restore'), props.onRestore)}
            {action(say('library.erase'), props.onErase)}
          </>
        ) : (
          <>
            {action(say('library.export'), props.onExport)}
            {action(say('claims.tag'), props.onTag)}
            {action(say('library.toTrash'), props.onTrash)}
          </>
        )}
        {action(say('library.clearSelection'), props.onClear)}
      </div>
    );
  return (
    <div class="list-bar">
      <span class="list-count">
        {shown === all ? say('options.clippings', all) : say('library.shown', { shown, all })}
        {props.busy && ` · ${say('library.searchingTexts')}`}
      </span>
      <button type="button" class="link narrow-button" aria-expanded={props.narrowing} onClick={props.onNarrow}>
        {say('library.narrow')}
      </button>
      {inTrash ? action(say('library.emptyTrash'), props.onErase) : action(say('library.export'), props.onExport)}
      <label class="pick">
        <span class="visually-hidden">{say('claims.order')}</span>
        <select value={props.order} onChange={({ currentTarget: { value } }) => isOrder(value) && props.onOrder(value)}>
          {ORDERS.map((order) => (
            <option key={order} value={order}>
              {say(`library.order.${order}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
