import type { Interval } from '../../domain/reports/intervals.ts';
import { cellInWords } from '../../domain/reports/report-table.ts';
import { ScrollRegion } from '../components/scroll-region.tsx';
import { scale } from './chart-scale.ts';

/** `share` null: withheld, or of nobody; `note` says which. */
export type IntervalRow = {
  name: string;
  share: ({ value: number } & Interval) | null;
  note: string;
};

type IntervalChartProps = {
  title: string;
  summary: string;
  /** The share of everybody, which the line across shows; null where it is withheld. */
  everybody: number | null;
  rows: readonly IntervalRow[];
};

const WIDTH = 960;
const LEFT = 280;
const RIGHT = WIDTH - 90;
const TOP = 28;
const ROW = 30;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** A share for each group, a dot, with the range that fits what was counted; a line for everybody. */
export function IntervalChart({ title, summary, everybody, rows }: IntervalChartProps) {
  const across = (share: number) => scale(share, [0, 1], [LEFT, RIGHT]);
  const bottom = TOP + rows.length * ROW + 6;
  return (
    <figure className="hub-chart">
      <figcaption className="hub-chart__caption">
        <strong>{title}</strong> {summary}
      </figcaption>
      <ScrollRegion className="hub-chart__scroll" label={title}>
        <svg
          className="hub-pareto"
          viewBox={`0 0 ${WIDTH} ${bottom}`}
          role="img"
          aria-label={`${title} ${summary}`}
        >
          {TICKS.map((tick) => (
            <g key={tick}>
              <line
                className="hub-spc__grid"
                {...{ x1: across(tick), x2: across(tick), y1: TOP - 6, y2: bottom }}
              />
              <text className="hub-spc__text" x={across(tick)} y={TOP - 12} textAnchor="middle">
                {cellInWords(tick, 'share').replace('.0', '')}
              </text>
            </g>
          ))}
          {everybody !== null && (
            <line
              className="hub-spc__limit"
              {...{ x1: across(everybody), x2: across(everybody), y1: TOP - 6, y2: bottom }}
            />
          )}
          {rows.map((row, at) => (
            <IntervalLine key={row.name} {...row} y={TOP + at * ROW + ROW / 2} across={across} />
          ))}
        </svg>
      </ScrollRegion>
    </figure>
  );
}

type LineProps = IntervalRow & { y: number; across: (share: number) => number };

function IntervalLine({ name, share, note, y, across }: LineProps) {
  return (
    <g>
      <text className="hub-chart__label" x={LEFT - 10} y={y + 5} textAnchor="end">
        {name}
      </text>
      {share === null ? (
        <text className="hub-spc__text" x={RIGHT + 8} y={y + 5}>
          {note}
        </text>
      ) : (
        <>
          <line
            className="hub-interval__range"
            {...{ x1: across(share.low), x2: across(share.high), y1: y, y2: y }}
          />
          <circle className="hub-interval__dot" cx={across(share.value)} cy={y} r={5} />
          <text className="hub-spc__text" x={RIGHT + 8} y={y + 5}>
            {cellInWords(share.value, 'share')}
          </text>
        </>
      )}
    </g>
  );
}
