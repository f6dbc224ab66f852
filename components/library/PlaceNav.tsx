import { say } from '../../lib/platform/words';
import { hashOf, PLACES, type PlaceName } from './address';

/** The places of the library as links, with how much lies in those that are counted. */
export function PlaceNav(props: {
  readonly place: PlaceName;
  readonly counts: Readonly<Partial<Record<PlaceName, number>>>;
}) {
  const { place, counts } = props;
  return (
    <nav class="place-nav" aria-label={say('library.places')}>
      {PLACES.map((each) => (
        <a
          key={each}
          href={hashOf({ place: each, item: null })}
          {...(each === place ? { 'aria-current': 'page' as const } : {})}
        >
          {say(`library.place.${each}`)}
          {counts[each] !== undefined && <span class="count"> {counts[each]}</span>}
        </a>
      ))}
    </nav>
  );
}
