import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { say, wordsLanguage } from '../../lib/platform/words';
import type { ActorClaim } from '../../lib/search/actors/actor-page';
import { BAR_PX, BARS_PX, type Mark, MARK_PX, type TimeLine } from '../../lib/search/actors/time-line';
import { addressOfClaim } from '../library/address';
import { dayWords } from '../text/dates';
import { PageText, Passage } from '../text/words';
import { nextMark } from './next-mark';
import { KindMark } from './TimeLinePart';

/** A pull over the chart shorter than this, in pixels, is a click. */
const LEAST_PULL_PX = 6;

export interface TimeLineChartProps {
  readonly line: TimeLine;
  readonly width: number;
  /** A stretch of time was pulled over. */
  readonly onRange: (from: number, to: number) => void;
}

/**
 * Time across, outlets as lanes, a mark a claim; above them how often. Arrow keys move from mark to mark, whose words
 * stand below the chart; pulling over the chart narrows the page to that time.
 */
export function TimeLineChart({ line, width, onRange }: TimeLineChartProps) {
  const { marks, lanes, bars, ticks, left, lanePx, height, from, to } = line;
  const svg = useRef<SVGSVGElement>(null);
  const [stop, setStop] = useState(Math.max(0, marks.length - 1));
  const [shown, setShown] = useState<Mark | null>(null);
  const [pull, setPull] = useState<{ readonly start: number; readonly end: number } | null>(null);
  const hint = useId();
  useEffect(() => {
    setStop(Math.max(0, marks.length - 1));
    setShown(null);
  }, [marks]);

  const timeAt = (x: number) => from + (Math.max(0, Math.min(x, width) - left) / (width - left)) * (to - from);
  const xOf = (event: PointerEvent) => event.clientX - (svg.current?.getBoundingClientRect().left ?? 0);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = nextMark(marks, stop, event.key);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    setStop(next);
    svg.current?.querySelector<SVGElement>(`[data-mark="${next}"]`)?.focus();
  };
  const rows = useMemo(
    () =>
      marks.map((mark, at) => (
        <g
          key={at}
          class="mark"
          data-mark={at}
          transform={`translate(${mark.x} ${mark.y})`}
          role="img"
          aria-label={wordsOfMark(mark)}
          // In SVG the case of an attribute counts. The one that Tab stops at is set below: a key renders no mark anew.
          tabindex={-1}
        >
          <MarkShape mark={mark} />
        </g>
      )),
    [marks],
  );
  useLayoutEffect(() => {
    const mark = svg.current?.querySelector(`[data-mark="${stop}"]`);
    mark?.setAttribute('tabindex', '0');
    return () => mark?.setAttribute('tabindex', '-1');
  }, [rows, stop]);
  const markOf = (target: EventTarget | null) => {
    const mark = target instanceof Element ? target.closest('[data-mark]') : null;
    return mark ? Number(mark.getAttribute('data-mark')) : null;
  };

  return (
    <>
      <p class="visually-hidden" id={hint}>
        {say('known.chartKeys')}
      </p>
      <svg
        ref={svg}
        class="time-line-chart"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={say('known.timeLine')}
        aria-describedby={hint}
        onKeyDown={onKeyDown}
        onFocusIn={(event: FocusEvent) => {
          const at = markOf(event.target);
          if (at === null) return;
          setStop(at);
          setShown(marks[at] ?? null);
        }}
        onPointerOver={(event) => {
          const at = markOf(event.target);
          if (at !== null && !pull) setShown(marks[at] ?? null);
        }}
        onPointerDown={(event) => {
          if (event.button !== 0 || event.pointerType === 'touch') return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setPull({ start: xOf(event), end: xOf(event) });
        }}
        onPointerMove={(event) => pull && setPull({ ...pull, end: xOf(event) })}
        onPointerCancel={() => setPull(null)}
        onPointerUp={(event) => {
          if (!pull) return;
          const [a, b] = [Math.min(pull.start, pull.end), Math.max(pull.start, pull.end)];
          setPull(null);
          if (b - a >= LEAST_PULL_PX) return onRange(startOfDay(timeAt(a)), startOfDay(timeAt(b)) + DAY_MS);
          const at = markOf(document.elementFromPoint(event.clientX, event.clientY));
          if (at !== null) svg.current?.querySelector<SVGElement>(`[data-mark="${at}"]`)?.focus();
        }}
      >
        <g aria-hidden="true">
          {ticks.map(({ x, at, unit }) => (
            <g key={at} class="tick">
              <line x1={x} x2={x} y1={0} y2={height - 20} />
              <text x={x} y={height - 6}>
                {tickWords(at, unit)}
              </text>
            </g>
          ))}
          <line class="base" x1={left} x2={width} y1={BARS_PX - 6} y2={BARS_PX - 6} />
          {bars.map(({ x, direct, mixed, indirect }) => (
            <g key={x} transform={`translate(${x - BAR_PX / 2} ${BARS_PX - 6})`}>
              <rect class="bar direct" y={-direct} width={BAR_PX} height={direct} />
              <rect class="bar mixed" y={-direct - mixed} width={BAR_PX} height={mixed} />
              {indirect > 0 && (
                <rect
                  class="bar indirect"
                  x={0.5}
                  y={-direct - mixed - indirect + 0.5}
                  width={BAR_PX - 1}
                  height={Math.max(0, indirect - 1)}
                />
              )}
            </g>
          ))}
          <text class="most" x={left + 2} y={10}>
            {line.most}
          </text>
          {lanes.map(({ outlet }, lane) => (
            <g key={outlet} class="lane">
              <line x1={0} x2={width} y1={BARS_PX + (lane + 1) * lanePx} y2={BARS_PX + (lane + 1) * lanePx} />
              <text x={2} y={BARS_PX + lane * lanePx + (left > 0 ? lanePx / 2 + 4 : 12)}>
                {shorten(outlet === '' ? say('known.otherOutlets') : outlet)}
              </text>
            </g>
          ))}
        </g>
        {rows}
        {pull && (
          <rect
            class="pull"
            x={Math.min(pull.start, pull.end)}
            width={Math.abs(pull.end - pull.start)}
            y={0}
            height={height - 20}
          />
        )}
      </svg>
      <MarkWords mark={shown} />
    </>
  );
}

/** Letters of a claim that are told of its mark. */
const MAX_TOLD = 200;

/** Letters of an outlet's name that fit beside its lane. */
const MAX_LABEL = 24;
const shorten = (name: string) => (name.length > MAX_LABEL ? `${name.slice(0, MAX_LABEL - 1)}…` : name);

const DAY_MS = 86_400_000;
const startOfDay = (at: number) => Math.floor(at / DAY_MS) * DAY_MS;

function MarkShape({ mark }: { readonly mark: Mark }) {
  const [only] = mark.claims;
  if (mark.claims.length === 1 && only) return <KindMark kind={only.kind} r={MARK_PX} />;
  const allReported = mark.claims.every(({ kind }) => kind === 'indirect');
  return (
    <>
      <circle class={`claim-mark ${allReported ? 'indirect' : 'direct'}`} r={11} />
      <text class={allReported ? 'many' : 'many on-mark'} y={3.5}>
        {mark.claims.length}
      </text>
    </>
  );
}

/** What a mark stands for, in the readout below the chart, with the way to it. */
function MarkWords({ mark }: { readonly mark: Mark | null }) {
  const [first] = mark?.claims ?? [];
  if (!mark || !first) return <p class="mark-words small">{say('known.chartHint')}</p>;
  return (
    <div class="mark-words">
      <p class="small outlet">
        <PageText>{first.outlet}</PageText> {dayWords(first.published ?? first.at)}
        <span aria-hidden="true"> · </span>
        {mark.claims.length === 1 ? say(`kind.${first.kind}`) : say('library.claims', mark.claims.length)}{' '}
        <a href={addressOfClaim(first.clippingId, first.id)}>{say('known.openArticle')}</a>
      </p>
      <Passage text={first.words} clamped />
    </div>
  );
}

function wordsOfMark({ claims }: Mark): string {
  const [first] = claims;
  const last = claims.at(-1);
  if (!first || !last) return '';
  const day = (claim: ActorClaim) => dayWords(claim.published ?? claim.at);
  if (claims.length > 1) return `${first.outlet}, ${day(first)}–${day(last)}, ${say('library.claims', claims.length)}`;
  return `${first.outlet}, ${day(first)}, ${say(`kind.${first.kind}`)}: ${first.words.slice(0, MAX_TOLD)}`;
}

function tickWords(at: number, unit: 'year' | 'month' | 'day'): string {
  const parts = {
    year: { year: 'numeric' },
    month: { year: '2-digit', month: 'short' },
    day: { day: 'numeric', month: 'short' },
  } as const;
  return new Intl.DateTimeFormat(wordsLanguage(), { ...parts[unit], timeZone: 'UTC' }).format(at);
}
