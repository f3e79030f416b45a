import type { TrendAnswer, TrendPoint } from '../../domain/reports/report-answer.ts';
import { cellInWords } from '../../domain/reports/report-table.ts';
import { trendInWords } from '../../domain/reports/trend-words.ts';
import { niceTicks, scale, spaced } from './chart-scale.ts';
import { SpcMarkFlags } from './spc-mark-flags.tsx';
import { SpcMark } from './spc-mark.tsx';

const WIDTH = 960;
const HEIGHT = 364;
const LEFT = 64;
const RIGHT = WIDTH - 88;
/** Room for the flags of what people marked. */
const TOP = 40;
const BOTTOM = HEIGHT - 44;
/** About so many labels fit below. */
const LABELS = 12;
const LABEL_HEIGHT = 18;

type Place = { x: (index: number) => number; y: (value: number) => number };

/** An XmR chart as Making Data Count draws it; each mark has a shape of its own as well as a colour. */
export function SpcChart({ trend }: { trend: TrendAnswer }) {
  const { points, marks, target, name } = trend;
  const low = Math.max(0, Math.min(...points.map(({ value, lower }) => Math.min(value, lower))));
  const high = Math.max(target ?? 0, ...points.map(({ value, upper }) => Math.max(value, upper)));
  const ticks = niceTicks(Math.min(low, target ?? low), high);
  const ends: [number, number] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const place: Place = {
    x: (index) => scale(index, [0, Math.max(1, points.length - 1)], [LEFT + 10, RIGHT - 10]),
    y: (value) => scale(Math.max(value, ends[0]), ends, [BOTTOM, TOP]),
  };
  return (
    <svg
      className="hub-spc"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${name}, chart. ${trendInWords(trend)} The table below has every point.`}
    >
      <Axes {...{ ticks, points, place }} kind={trend.kind} />
      {stretches(points).map(([from, to]) => (
        <LimitLines key={from} {...{ from, to, points, place }} />
      ))}
      {target !== null && <TargetLine target={target} place={place} />}
      <EndLabels trend={trend} place={place} />
      <polyline
        className="hub-spc__line"
        points={points.map(({ value }, at) => `${place.x(at)},${place.y(value)}`).join(' ')}
      />
      {points.map((point, index) => (
        <SpcMarkFlags
          key={`marked ${point.longLabel}`}
          marks={marks.filter(({ number }) => point.marks.includes(number))}
          x={place.x(index)}
          {...{ top: TOP, bottom: BOTTOM }}
        />
      ))}
      {points.map((point, index) => (
        <SpcMark
          key={point.longLabel}
          signal={point.signal}
          x={place.x(index)}
          y={place.y(point.value)}
        />
      ))}
    </svg>
  );
}

/** From where to where one mean holds, as indexes. */
function stretches(points: readonly TrendPoint[]): [number, number][] {
  const starts = [0, ...points.flatMap(({ isStep }, index) => (isStep ? [index] : []))];
  return starts.map((start, at) => [start, (starts[at + 1] ?? points.length) - 1]);
}

type AxesProps = {
  ticks: readonly number[];
  points: readonly TrendPoint[];
  place: Place;
  kind: TrendAnswer['kind'];
};

function Axes({ ticks, points, place, kind }: AxesProps) {
  const every = Math.max(1, Math.ceil(points.length / LABELS));
  return (
    <g aria-hidden="true">
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            className="hub-spc__grid"
            x1={LEFT}
            x2={RIGHT}
            y1={place.y(tick)}
            y2={place.y(tick)}
          />
          <text className="hub-spc__text" x={LEFT - 8} y={place.y(tick) + 5} textAnchor="end">
            {kind === 'share' ? `${Math.round(tick * 1000) / 10}%` : tick.toLocaleString('en-GB')}
          </text>
        </g>
      ))}
      {points.map(({ label, longLabel }, index) =>
        index % every === 0 ? (
          <text
            key={longLabel}
            className="hub-spc__text"
            x={place.x(index)}
            y={BOTTOM + 24}
            textAnchor="middle"
          >
            {label}
          </text>
        ) : null,
      )}
    </g>
  );
}

type LimitLinesProps = {
  from: number;
  to: number;
  points: readonly TrendPoint[];
  place: Place;
};

function LimitLines({ from, to, points, place }: LimitLinesProps) {
  const limits = points[from];
  if (limits === undefined) return null;
  const [x1, x2] = [place.x(from), place.x(Math.max(from, to))];
  const lines = [
    ['hub-spc__limit', limits.upper],
    ['hub-spc__mean', limits.mean],
    ['hub-spc__limit', limits.lower],
  ] as const;
  return (
    <g aria-hidden="true">
      {lines.map(([className, value], at) => (
        <line
          key={at}
          className={className}
          {...{ x1, x2 }}
          y1={place.y(value)}
          y2={place.y(value)}
        />
      ))}
    </g>
  );
}

function TargetLine({ target, place }: { target: number; place: Place }) {
  const y = place.y(target);
  return (
    <line aria-hidden="true" className="hub-spc__target" x1={LEFT} x2={RIGHT - 10} y1={y} y2={y} />
  );
}

/** What the lines are at their end, beside the chart, where no point is. */
function EndLabels({ trend, place }: { trend: TrendAnswer; place: Place }) {
  const { points, target, kind } = trend;
  const last = points.at(-1);
  if (last === undefined) return null;
  const limitKind = kind === 'count' ? 'decimal' : kind;
  const limits = [
    ['Upper', last.upper],
    ['Mean', last.mean],
    ['Lower', Math.max(0, last.lower)],
  ] as const;
  const labels = limits.map(([name, value]) => ({
    y: place.y(value),
    words: `${name} ${cellInWords(value, limitKind)}`,
  }));
  if (target !== null) {
    labels.push({ y: place.y(target), words: `Target ${cellInWords(target, kind)}` });
  }
  return (
    <g aria-hidden="true">
      {spaced(labels, LABEL_HEIGHT).map(({ y, words }) => (
        <text key={words} className="hub-spc__text" x={RIGHT - 4} y={y + 5}>
          {words}
        </text>
      ))}
    </g>
  );
}
