import { useState } from 'preact/hooks';
import type { Decision } from '../../lib/exchange/agreement/adjudicate';
import type { Judged } from '../../lib/exchange/agreement/compare';
import type { Coding } from '../../lib/exchange/agreement/coded-file';
import { say } from '../../lib/platform/words';
import { useKeys } from '../library/use-keys';
import { TagChip } from '../text/TagChip';
import { PageText } from '../text/words';

/** How much of the text is shown around a passage, in characters. */
const AROUND = 160;

const CHOICES = ['a', 'b', 'both'] as const;
const KEYS = { a: '1', b: '2', both: '3' } as const;
const CODER = { a: 'compare.first', b: 'compare.second' } as const;

/** One disagreement after the other, both codings side by side, and whose stands. Keys: j, k move, 1, 2, 3 decide. */
export function Disagreements(props: {
  readonly units: readonly Judged[];
  readonly decisions: ReadonlyMap<Judged, Decision>;
  readonly onDecide: (unit: Judged, decision: Decision) => void;
}) {
  const { units, decisions } = props;
  const [at, setAt] = useState(0);
  const index = Math.min(at, units.length - 1);
  const unit = units[index];
  const move = (by: number) => setAt(Math.max(0, Math.min(units.length - 1, index + by)));
  const decide = (decision: Decision) => {
    if (!unit) return;
    props.onDecide(unit, decision);
    move(1);
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    [KEYS.a]: () => decide('a'),
    [KEYS.b]: () => decide('b'),
    [KEYS.both]: () => decide('both'),
  });
  if (!unit) return <p>{say('compare.allAgree')}</p>;
  const decision = decisions.get(unit);
  return (
    <div class="disagreement" role="group" aria-label={say('compare.disagreements')}>
      <div class="actions">
        <span class="count" role="status">
          {say('coding.at', { number: index + 1, all: units.length })}
          {' · '}
          {say('compare.decided', { done: decisions.size, all: units.length })}
        </span>
        <button type="button" class="link" disabled={index === 0} onClick={() => move(-1)}>
          {say('coding.keys.back')}
        </button>
        <button type="button" class="link" disabled={index === units.length - 1} onClick={() => move(1)}>
          {say('coding.keys.next')}
        </button>
      </div>
      <p class="small">
        <PageText>{unit.article.title || (unit.article.urls[0] ?? '')}</PageText>
      </p>
      <Context unit={unit} />
      <div class="sides">
        <Side title={say(CODER.a)} coding={unit.a} />
        <Side title={say(CODER.b)} coding={unit.b} />
      </div>
      <div class="actions" role="group" aria-label={say('compare.whose')}>
        {CHOICES.map((choice) => (
          <button
            key={choice}
            type="button"
            class="chip"
            aria-pressed={decision === choice}
            aria-keyshortcuts={KEYS[choice]}
            onClick={() => decide(choice)}
          >
            <kbd aria-hidden="true">{KEYS[choice]}</kbd> {say(`compare.take.${choice}`)}
          </button>
        ))}
      </div>
    </div>
  );
}

/** The passage with the words around it, where the file has the text. */
function Context({ unit: { article, passage, words } }: { readonly unit: Judged }) {
  const { text } = article;
  if (text === '')
    return (
      <p class="passage" dir="auto">
        <mark>{words}</mark>
      </p>
    );
  return (
    <p class="passage" dir="auto">
      {passage.start > AROUND && '… '}
      {text.slice(Math.max(0, passage.start - AROUND), passage.start)}
      <mark>{text.slice(passage.start, passage.end)}</mark>
      {text.slice(passage.end, passage.end + AROUND)}
      {passage.end + AROUND < text.length && ' …'}
    </p>
  );
}

function Side({ title, coding }: { readonly title: string; readonly coding: Coding | null }) {
  return (
    <section class="side" aria-label={title}>
      <h3 class="group-heading">{title}</h3>
      {coding ? (
        <>
          <p class="passage clamped" dir="auto">
            {coding.words}
          </p>
          <p class="tags">
            {coding.codes.map((code) => (
              <TagChip key={code} tag={code} />
            ))}
          </p>
        </>
      ) : (
        <p class="small">{say('compare.notCoded')}</p>
      )}
    </section>
  );
}
