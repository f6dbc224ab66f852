import type { ActorType } from '../../lib/model/analysis';
import { say } from '../../lib/platform/words';

const TYPES: readonly ActorType[] = ['person', 'organization', 'place'];

/** Name search and types of the actors to show. */
export function ActorFilters(props: {
  readonly types: readonly ActorType[];
  readonly search: string;
  readonly counts: Readonly<Record<ActorType, number>>;
  readonly onTypes: (types: readonly ActorType[]) => void;
  readonly onSearch: (search: string) => void;
}) {
  const toggle = (type: ActorType) =>
    props.onTypes(props.types.includes(type) ? props.types.filter((t) => t !== type) : [...props.types, type]);
  return (
    <div class="filters">
      <input
        type="search"
        dir="auto"
        class="wide"
        aria-label={say('actors.search')}
        placeholder={say('actors.search')}
        value={props.search}
        onInput={(event) => props.onSearch(event.currentTarget.value)}
      />
      <div class="filter-row chips" role="group" aria-label={say('actors.types')}>
        {TYPES.map((type) => (
          <button
            key={type}
            type="button"
            class="chip"
            aria-pressed={props.types.includes(type)}
            onClick={() => toggle(type)}
          >
            {say(`actorType.${type}`)} <span class="count">{props.counts[type]}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
