import { useState } from 'preact/hooks';
import { say } from '../../lib/platform/words';
import { PageText } from '../text/words';
import { FACETS, type Facet, type FacetValue, type Filters } from './filter';

export interface FacetListProps {
  readonly filters: Filters;
  readonly counts: Readonly<Record<Facet, readonly FacetValue[]>>;
  readonly onToggle: (facet: Facet, value: string) => void;
  readonly onClear: () => void;
}

/** Values shown before more are asked for, and how many more come each time. */
const FEW = 7;
const MORE = 40;

/** What the list can be narrowed by, with counts. */
export function FacetList({ filters, counts, onToggle, onClear }: FacetListProps) {
  const chosen = FACETS.some((facet) => filters[facet].length > 0);
  return (
    <div class="facets">
      {chosen && (
        <button type="button" class="link facets-clear" onClick={onClear}>
          {say('library.clearFilters')}
        </button>
      )}
      {FACETS.map((facet) => (
        <OneFacet
          key={facet}
          facet={facet}
          values={counts[facet]}
          chosen={filters[facet]}
          onToggle={(value) => onToggle(facet, value)}
        />
      ))}
    </div>
  );
}

function OneFacet(props: {
  readonly facet: Facet;
  readonly values: readonly FacetValue[];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
}) {
  const { facet, values, chosen } = props;
  const [limit, setLimit] = useState(FEW);
  if (values.length === 0) return null;
  // What is chosen stays in sight, however rare it is.
  const shown = values.filter(({ value }, i) => i < limit || chosen.includes(value));
  return (
    <fieldset class="facet">
      <legend>{say(`library.facet.${facet}`)}</legend>
      {shown.map(({ value, count }) => (
        <label key={value} class="facet-value">
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => props.onToggle(value)} />
          <span class="facet-name">
            <PageText>{value}</PageText>
          </span>
          <span class="count">{count}</span>
        </label>
      ))}
      {values.length > FEW && (
        <button type="button" class="link" onClick={() => setLimit(limit < values.length ? limit + MORE : FEW)}>
          {say(limit < values.length ? 'library.moreValues' : 'library.fewerValues')}
        </button>
      )}
    </fieldset>
  );
}
