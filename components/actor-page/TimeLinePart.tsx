import { useMemo, useRef, useState } from 'preact/hooks';
import { say, wordsLanguage } from '../../lib/platform/words';
import type { ActorClaim } from '../../lib/search/actors/actor-page';
import { byMonth, layOut } from '../../lib/search/actors/time-line';
import { useWidth } from '../hooks/use-wide';
import { TimeLineChart } from './TimeLineChart';

/** When, where and how often somebody speaks: as a chart, or the same as a table. */
export function TimeLinePart(props: {
  readonly claims: readonly ActorClaim[];
  readonly onRange: (from: number, to: number) => void;
}) {
  const [asTable, setAsTable] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const line = useMemo(() => layOut(props.claims, Math.max(200, width)), [props.claims, width]);
  return (
    <section class="time-line" aria-label={say('known.timeLine')}>
      <div class="time-line-head">
        <h3>{say('known.timeLine')}</h3>
        <Legend />
        <button type="button" class="link" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {say(asTable ? 'known.asChart' : 'known.asTable')}
        </button>
      </div>
      <div ref={box}>
        {props.claims.length === 0 && <p class="small">{say('known.noneInTime')}</p>}
        {props.claims.length > 0 && asTable && <TimeLineTable claims={props.claims} />}
        {props.claims.length > 0 && !asTable && width > 0 && (
          <TimeLineChart line={line} width={Math.max(200, width)} onRange={props.onRange} />
        )}
      </div>
    </section>
  );
}

/** What the marks mean. */
function Legend() {
  return (
    <ul class="rows time-line-legend small">
      {(['direct', 'mixed', 'indirect'] as const).map((kind) => (
        <li key={kind}>
          <svg width="10" height="10" viewBox="-5 -5 10 10" aria-hidden="true">
            <KindMark kind={kind} r={4} />
          </svg>{' '}
          {say(`kind.${kind}`)}
        </li>
      ))}
    </ul>
  );
}

/** A mark around the middle of its place: filled for quoted, half filled for partly quoted, open for reported. */
export function KindMark({ kind, r }: { readonly kind: ActorClaim['kind']; readonly r: number }) {
  return (
    <>
      <circle class={`claim-mark ${kind}`} r={r} />
      {kind === 'mixed' && <path class="claim-mark-half" d={`M0 ${-r} A${r} ${r} 0 0 0 0 ${r} Z`} />}
    </>
  );
}

/** Claims by month and kind. */
function TimeLineTable({ claims }: { readonly claims: readonly ActorClaim[] }) {
  const months = useMemo(() => byMonth(claims).toReversed(), [claims]);
  const month = new Intl.DateTimeFormat(wordsLanguage(), { year: 'numeric', month: 'long', timeZone: 'UTC' });
  return (
    <div class="time-line-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{say('known.month')}</th>
            <th scope="col">{say('kind.direct')}</th>
            <th scope="col">{say('kind.mixed')}</th>
            <th scope="col">{say('kind.indirect')}</th>
            <th scope="col">{say('known.where')}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ from, to, direct, mixed, indirect, outlets }) => (
            <tr key={from}>
              <th scope="row">
                <time dateTime={new Date(from).toISOString().slice(0, 7)}>{month.format(to - 1)}</time>
              </th>
              <td>{direct}</td>
              <td>{mixed}</td>
              <td>{indirect}</td>
              <td>
                <bdi>{outlets.join(', ')}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
