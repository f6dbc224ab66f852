import type { ComponentChildren } from 'preact';
import type { ActorId } from '../../lib/model/ids';
import { say } from '../../lib/platform/words';
import { useRoving } from '../hooks/use-roving';
import { PageText } from '../text/words';
import type { ActorItem } from './actor-item';

export interface ActorListProps {
  readonly actors: readonly ActorItem[];
  readonly open: ActorId | null;
  readonly onPress: (id: ActorId) => void;
  readonly onPoint: (id: ActorId | null) => void;
  readonly renderDetail: (actor: ActorItem) => ComponentChildren;
}

interface ActorRowProps extends Omit<ActorListProps, 'actors' | 'open' | 'renderDetail'> {
  readonly actor: ActorItem;
  readonly open: boolean;
  readonly children?: ComponentChildren;
}

function ActorRow({ actor, open, onPress, onPoint, children }: ActorRowProps) {
  return (
    <li
      class="actor"
      data-actor={actor.id}
      onPointerEnter={() => onPoint(actor.id)}
      onPointerLeave={() => onPoint(null)}
    >
      <button
        type="button"
        class="actor-head"
        data-rove
        tabIndex={-1}
        aria-expanded={open}
        onClick={() => onPress(actor.id)}
        onFocus={() => onPoint(actor.id)}
        onBlur={() => onPoint(null)}
      >
        <span class="speaker">
          <PageText>{actor.name}</PageText>
          {actor.role !== '' && (
            <span class="role">
              {' '}
              <PageText>{actor.role}</PageText>
            </span>
          )}
        </span>
        <span class="small">
          {say(`actorType.${actor.type}`)}
          <span aria-hidden="true"> · </span>
          <span class="visually-hidden">, </span>
          {say('actors.mentions', actor.mentions)}
          {actor.claims > 0 && (
            <>
              <span aria-hidden="true"> · </span>
              <span class="visually-hidden">, </span>
              {say('actors.claims', actor.claims)}
            </>
          )}
        </span>
      </button>
      {open && <div class="actor-detail">{children}</div>}
    </li>
  );
}

/** Actors of an article, one row each; arrow keys move between them, pointing at one lights its mentions. */
export function ActorList({ actors, open, onPress, onPoint, renderDetail }: ActorListProps) {
  const { ref, onKeyDown, onFocusIn } = useRoving<HTMLUListElement>('vertical');
  return (
    <ul class="rows actors" ref={ref} onKeyDown={onKeyDown} onFocusIn={onFocusIn} aria-label={say('actors.label')}>
      {actors.map((actor) => (
        <ActorRow key={actor.id} actor={actor} open={actor.id === open} onPress={onPress} onPoint={onPoint}>
          {actor.id === open && renderDetail(actor)}
        </ActorRow>
      ))}
    </ul>
  );
}
