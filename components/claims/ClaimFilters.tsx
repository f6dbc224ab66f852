import type { ClaimKind } from '../../lib/model/analysis';
import { say } from '../../lib/platform/words';
import type { ClaimOrder } from '../panel-state';
import type { SpeakerCount } from './arrange';

export interface ClaimFiltersProps {
  readonly order: ClaimOrder;
  readonly kinds: readonly ClaimKind[];
  readonly speaker: string;
  readonly speakers: readonly SpeakerCount[];
  /** How many claims of each kind there are. */
  readonly kindCounts: Readonly<Record<ClaimKind, number>>;
  readonly onOrder: (order: ClaimOrder) => void;
  readonly onKinds: (kinds: readonly ClaimKind[]) => void;
  readonly onSpeaker: (speaker: string) => void;
}

const KINDS: readonly ClaimKind[] = ['direct', 'mixed', 'indirect'];

/** Order, speaker and kinds of the claims to show. Kinds carry the line that marks them in the page. */
export function ClaimFilters(props: ClaimFiltersProps) {
  const toggle = (kind: ClaimKind) =>
    props.onKinds(props.kinds.includes(kind) ? props.kinds.filter((k) => k !== kind) : [...props.kinds, kind]);
  return (
    <div class="filters">
      <div class="filter-row">
        <label class="pick">
          <span class="visually-hidden">{say('claims.order')}</span>
          <select
            value={props.order}
            onChange={(event) => props.onOrder(event.currentTarget.value === 'speaker' ? 'speaker' : 'reading')}
          >
            <option value="reading">{say('claims.readingOrder')}</option>
            <option value="speaker">{say('claims.bySpeaker')}</option>
          </select>
        </label>
        <label class="pick grow">
          <span class="visually-hidden">{say('claims.speaker')}</span>
          <select value={props.speaker} onChange={(event) => props.onSpeaker(event.currentTarget.value)}>
            <option value="">{say('claims.everyone')}</option>
            {props.speakers.map(({ speaker, count }) => (
              <option key={speaker} value={speaker}>
                {say('panel.count', { name: speaker, count })}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="filter-row chips" role="group" aria-label={say('claims.kinds')}>
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            class={`chip kind-line ${kind}`}
            aria-pressed={props.kinds.includes(kind)}
            onClick={() => toggle(kind)}
          >
            <span class="chip-word">{say(`kind.${kind}`)}</span> <span class="count">{props.kindCounts[kind]}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
