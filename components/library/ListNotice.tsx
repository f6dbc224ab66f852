import { say } from '../../lib/platform/words';
import { Notice } from '../panel/Notice';

/** Why the list has no rows, and what to do about it. */
export function ListNotice(props: {
  readonly inTrash: boolean;
  /** Nothing is there at all, whatever is searched for. */
  readonly empty: boolean;
  readonly onClear: () => void;
}) {
  if (!props.empty)
    return (
      <Notice sentence={say('library.noneShown')} action={{ label: say('library.showAll'), onPress: props.onClear }} />
    );
  if (props.inTrash)
    return (
      <div class="library-empty">
        <p>{say('library.trashEmpty')}</p>
      </div>
    );
  return (
    <div class="library-empty">
      <h2>{say('library.empty')}</h2>
      <p>{say('library.emptyHow')}</p>
    </div>
  );
}
