import { useMemo } from 'preact/hooks';
import type { ClaimKind } from '../../lib/model/analysis';
import { say } from '../../lib/platform/words';
import { ALL, type ActorClaim, kindsIn, type Narrowing } from '../../lib/search/actors/actor-page';
import { KINDS } from '../../lib/search/actors/appearances';

const DAY_MS = 86_400_000;

/** What an actor's page is narrowed to: time, outlet, kind, words. */
export function NarrowBar(props: {
  readonly narrowing: Narrowing;
  readonly outlets: readonly { readonly outlet: string }[];
  /** All claims, for the counts beside the kinds. */
  readonly claims: readonly ActorClaim[];
  readonly onNarrow: (narrowing: Narrowing) => void;
}) {
  const { narrowing, outlets, claims, onNarrow } = props;
  const counts = useMemo(() => kindsIn(claims), [claims]);
  const { kinds, from, to } = narrowing;
  const toggle = (kind: ClaimKind) =>
    onNarrow({ ...narrowing, kinds: kinds.includes(kind) ? kinds.filter((k) => k !== kind) : [...kinds, kind] });
  return (
    <div class="narrow-bar" role="group" aria-label={say('library.narrow')}>
      <input
        type="search"
        dir="auto"
        aria-label={say('known.words')}
        placeholder={say('known.words')}
        value={narrowing.words}
        onInput={(event) => onNarrow({ ...narrowing, words: event.currentTarget.value })}
      />
      <label>
        <span>{say('known.from')}</span>
        <input
          type="date"
          value={from === null ? '' : dayOf(from)}
          onChange={(event) => onNarrow({ ...narrowing, from: msOf(event.currentTarget.value) })}
        />
      </label>
      <label>
        <span>{say('known.to')}</span>
        <input
          type="date"
          value={to === null ? '' : dayOf(to - DAY_MS)}
          onChange={({ currentTarget: { value } }) => {
            const day = msOf(value);
            onNarrow({ ...narrowing, to: day === null ? null : day + DAY_MS });
          }}
        />
      </label>
      <label class="pick">
        <span class="visually-hidden">{say('library.facet.outlet')}</span>
        <select
          value={narrowing.outlets[0] ?? ''}
          onChange={({ currentTarget: { value } }) => onNarrow({ ...narrowing, outlets: value === '' ? [] : [value] })}
        >
          <option value="">{say('known.allOutlets')}</option>
          {outlets.map(({ outlet }) => (
            <option key={outlet} value={outlet}>
              {outlet}
            </option>
          ))}
        </select>
      </label>
      <div class="chips" role="group" aria-label={say('claims.kinds')}>
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            class={`chip kind-line ${kind}`}
            aria-pressed={kinds.includes(kind)}
            onClick={() => toggle(kind)}
          >
            <span class="chip-word">{say(`kind.${kind}`)}</span> <span class="count">{counts[kind]}</span>
          </button>
        ))}
      </div>
      {narrowing !== ALL && (
        <button type="button" class="link" onClick={() => onNarrow(ALL)}>
          {say('library.clearFilters')}
        </button>
      )}
    </div>
  );
}

/** The day of a moment as a date field has it, in UTC like the dates of articles. */
function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function msOf(day: string): number | null {
  const at = Date.parse(day);
  return Number.isNaN(at) ? null : at;
}
