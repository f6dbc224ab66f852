import { useMemo, useState } from 'preact/hooks';
import { adjudicated, type Decision } from '../../lib/exchange/agreement/adjudicate';
import { agrees, compareFiles, type Judged, type UnitChoice } from '../../lib/exchange/agreement/compare';
import { say } from '../../lib/platform/words';
import type { PlaceProps } from '../library/place';
import { AgreementTable, MeasureNotes } from './AgreementTable';
import { Disagreements } from './Disagreements';
import { FileField } from './FileField';
import { useCodedFiles } from './use-coded-files';

const CHOICES = ['coded', 'claims'] as const;
const NONE: ReadonlyMap<Judged, Decision> = new Map();

/** Two coders' files against each other: how well they agree, and one file out of both. Nothing here is stored. */
export function ComparePlace({ port }: PlaceProps) {
  const { files, open } = useCodedFiles();
  const [choice, setChoice] = useState<UnitChoice>('coded');
  const [decided, setDecided] = useState<{ readonly of: unknown; readonly decisions: ReadonlyMap<Judged, Decision> }>({
    of: null,
    decisions: NONE,
  });
  const { a, b } = files;
  const comparison = useMemo(
    () => (a?.state === 'read' && b?.state === 'read' ? compareFiles(a.file, b.file, choice) : null),
    [a, b, choice],
  );
  const disagreements = useMemo(() => (comparison?.units ?? []).filter((unit) => !agrees(unit)), [comparison]);
  // Decisions are on the passages of one comparison; another one begins with none.
  const decisions = decided.of === comparison ? decided.decisions : NONE;
  const hasClaims = [a, b].some(
    (opened) => opened?.state === 'read' && opened.file.articles.some(({ claims }) => claims.length > 0),
  );
  const save = () => {
    if (!comparison) return;
    const now = Date.now();
    const file = adjudicated(say('compare.title'), comparison.units, decisions, now);
    const day = new Date(now).toISOString().slice(0, 10);
    port.download(`hearsay-adjudicated-${day}.jsonld`, [file], 'application/ld+json');
  };
  return (
    <main class="compare">
      <h2>{say('compare.title')}</h2>
      <p class="lead">{say('compare.how')}</p>
      <div class="coder-files">
        <FileField label={say('compare.firstFile')} opened={a} onFile={(file) => void open('a', file)} />
        <FileField label={say('compare.secondFile')} opened={b} onFile={(file) => void open('b', file)} />
      </div>
      {hasClaims && (
        <fieldset class="choices">
          <legend>{say('compare.units')}</legend>
          {CHOICES.map((each) => (
            <label key={each} class="choice">
              <input type="radio" name="units" checked={each === choice} onChange={() => setChoice(each)} />
              <span>
                {say(`compare.unit.${each}`)} <span class="small">{say(`compare.unitNote.${each}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {comparison && (
        <>
          <p role="status">
            {say('compare.inBoth', comparison.articles)}
            {comparison.apart > 0 && ` ${say('compare.apart', comparison.apart)}`}
          </p>
          {comparison.units.length > 0 && (
            <>
              <AgreementTable all={comparison.all} codes={comparison.codes} />
              <MeasureNotes />
              <h2>
                {say('compare.disagreements')} <span class="count">{disagreements.length}</span>
              </h2>
              <Disagreements
                units={disagreements}
                decisions={decisions}
                onDecide={(unit, decision) =>
                  setDecided({ of: comparison, decisions: new Map(decisions).set(unit, decision) })
                }
              />
              <div class="actions">
                <button type="button" class="button primary" onClick={save}>
                  {say('compare.save')}
                </button>
                <span class="small">
                  {decisions.size < disagreements.length &&
                    say('compare.leftOut', disagreements.length - decisions.size)}
                </span>
              </div>
            </>
          )}
        </>
      )}
    </main>
  );
}
