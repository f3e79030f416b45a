import { cellInWords } from '../../domain/reports/report-table.ts';
import { ScrollRegion } from '../components/scroll-region.tsx';
import { scale } from './chart-scale.ts';

export type ParetoBar = {
  name: string;
  value: number;
  /** What this and all before make of the whole, 0 to 1. */
  cumulative: number;
};

type ParetoChartProps = { title: string; summary: string; bars: readonly ParetoBar[] };

const WIDTH = 960;
const TOP = 30;
const ROW = 40;
const LABEL = 384;
const RIGHT = WIDTH - 70;
const LETTERS_A_LINE = 52;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/**
 * A Pareto chart: bars from the most to the least, and a line of what those so far make together.
 * Bars and line have one scale each, both from the left; the table beside it says the same.
 */
export function ParetoChart({ title, summary, bars }: ParetoChartProps) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const height = TOP + bars.length * ROW + 8;
  const across = (share: number) => scale(share, [0, 1], [LABEL, RIGHT]);
  const middle = (index: number) => TOP + index * ROW + ROW / 2;
  const line = bars.map(({ cumulative }, at) => `${across(cumulative)},${middle(at)}`).join(' ');
  return (
    <figure className="hub-chart">
      <figcaption className="hub-chart__caption">
        <strong>{title}</strong> {summary}
      </figcaption>
      <ScrollRegion className="hub-chart__scroll" label={title}>
        <svg
          className="hub-pareto"
          viewBox={`0 0 ${WIDTH} ${height}`}
          role="img"
          aria-label={`${title} ${summary}`}
        >
          {TICKS.map((tick) => (
            <g key={tick}>
              <line
                className="hub-spc__grid"
                {...{ x1: across(tick), x2: across(tick), y1: TOP - 6, y2: height }}
              />
              <text className="hub-spc__text" x={across(tick)} y={TOP - 12} textAnchor="middle">
                {tick * 100}%
              </text>
            </g>
          ))}
          {bars.map((bar, index) => (
            <Bar key={bar.name} {...bar} middle={middle(index)} length={(bar.value / most) * 0.7} />
          ))}
          <polyline className="hub-pareto__line" points={line} />
          {bars.map(({ name, cumulative }, index) => (
            <circle
              key={name}
              className="hub-pareto__dot"
              {...{ cx: across(cumulative), cy: middle(index), r: 4 }}
            />
          ))}
        </svg>
      </ScrollRegion>
    </figure>
  );
}

type BarProps = ParetoBar & { middle: number; length: number };

function Bar({ name, value, middle, length }: BarProps) {
  const lines = linesOf(name);
  const end = scale(length, [0, 1], [LABEL, RIGHT]);
  return (
    <g>
      {lines.map((text, at) => (
        <text
          key={text}
          className="hub-spc__text"
          x={LABEL - 8}
          y={middle + 5 + (at - (lines.length - 1) / 2) * 15}
          textAnchor="end"
        >
          {text}
        </text>
      ))}
      <rect
        className="hub-chart__bar"
        {...{ x: LABEL, y: middle - 13, width: end - LABEL, height: 26 }}
      />
      {/* Beyond the line, which would cross it. */}
      <text className="hub-chart__value" x={WIDTH} y={middle + 5} textAnchor="end">
        {cellInWords(value, 'count')}
      </text>
    </g>
  );
}

/** A name on one line or two; what does not fit is in the table. */
function linesOf(name: string): string[] {
  const plain = name.replace(/ \(Pathway[^)]*\)$/, '');
  if (plain.length <= LETTERS_A_LINE) return [plain];
  const end = plain.lastIndexOf(' ', LETTERS_A_LINE);
  const rest = plain.slice(end + 1);
  const isLong = rest.length > LETTERS_A_LINE;
  const second = isLong ? `${rest.slice(0, rest.lastIndexOf(' ', LETTERS_A_LINE))} …` : rest;
  return [plain.slice(0, end), second];
}
