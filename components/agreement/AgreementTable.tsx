import type { Agreement, Comparison } from '../../lib/exchange/agreement/compare';
import { say, wordsLanguage } from '../../lib/platform/words';
import { TagChip } from '../text/TagChip';

const MEASURES = ['percentage', 'kappa', 'alpha', 'alphaU', 'alphaCu', 'f1', 'f1Overlap'] as const;

/** How well the coders agree: all codes together, then code by code. */
export function AgreementTable({ all, codes }: Pick<Comparison, 'all' | 'codes'>) {
  return (
    // Wide tables scroll in themselves; for that the keyboard must get in.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section class="agreement-scroll" aria-label={say('compare.result')} tabIndex={0}>
      <table class="agreement">
        <thead>
          <tr>
            <th scope="col">{say('compare.code')}</th>
            <th scope="col">{say('compare.first')}</th>
            <th scope="col">{say('compare.second')}</th>
            {MEASURES.map((measure) => (
              <th key={measure} scope="col" title={say(`compare.meaning.${measure}`)}>
                {say(`compare.measure.${measure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row agreement={all} />
          {codes.map((agreement) => (
            <Row key={agreement.code} agreement={agreement} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ agreement }: { readonly agreement: Agreement }) {
  const { code, ofA, ofB } = agreement;
  return (
    <tr class={code === null ? 'all-codes' : ''}>
      <th scope="row">{code === null ? say('compare.allCodes') : <TagChip tag={code} />}</th>
      <td>{ofA}</td>
      <td>{ofB}</td>
      {MEASURES.map((measure) => (
        <td key={measure}>{figure(agreement[measure], measure === 'percentage')}</td>
      ))}
    </tr>
  );
}

/** A figure as the reader's language writes it; a dash, read as words, where it is not defined. */
function figure(value: number | null, isShare: boolean) {
  if (value === null)
    return (
      <>
        <span aria-hidden="true">–</span>
        <span class="visually-hidden">{say('compare.undefined')}</span>
      </>
    );
  const style = isShare
    ? ({ style: 'percent', maximumFractionDigits: 1 } as const)
    : ({ minimumFractionDigits: 3, maximumFractionDigits: 3 } as const);
  return new Intl.NumberFormat(wordsLanguage(), style).format(value);
}

/** What the measures mean, and when each is the right one. */
export function MeasureNotes() {
  return (
    <details class="measure-notes">
      <summary>{say('compare.meanings')}</summary>
      <dl class="facts">
        {MEASURES.map((measure) => (
          <div key={measure}>
            <dt>{say(`compare.measure.${measure}`)}</dt>
            <dd>{say(`compare.meaning.${measure}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
