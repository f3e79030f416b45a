import { cellInWords } from '../../domain/reports/report-table.ts';

type PairedBarsProps = {
  title: string;
  /** What it shows, in a sentence. */
  summary: string;
  /** What the upper and the lower bar of each pair are. */
  names: readonly [string, string];
  /** Shares, 0 to 1; null where there is none. */
  rows: readonly { name: string; first: number | null; second: number | null }[];
};

const WIDTH = 620;
const ROW = 50;
const LABEL = 130;
const VALUE = 60;

/** Two bars a row, full and outlined, each with its number; the table beside it says the same. */
export function PairedBars({ title, summary, names, rows }: PairedBarsProps) {
  const most = Math.max(0.001, ...rows.flatMap(({ first, second }) => [first ?? 0, second ?? 0]));
  const room = WIDTH - LABEL - VALUE;
  return (
    <figure className="hub-chart">
      <figcaption className="hub-chart__caption">
        <strong>{title}</strong> Full: {names[0].toLowerCase()}. Outlined: {names[1].toLowerCase()}.
      </figcaption>
      <svg
        className="hub-chart__bars"
        viewBox={`0 0 ${WIDTH} ${rows.length * ROW}`}
        role="img"
        aria-label={`${title} ${summary}`}
      >
        {rows.map(({ name, first, second }, index) => (
          <g key={name}>
            <text
              className="hub-chart__label"
              x={LABEL - 8}
              y={index * ROW + ROW / 2 + 5}
              textAnchor="end"
            >
              {name}
            </text>
            {[first, second].map((value, at) => (
              <g key={names[at]}>
                <rect
                  className={
                    at === 0 ? 'hub-chart__bar' : 'hub-chart__bar hub-chart__bar--outlined'
                  }
                  x={LABEL}
                  y={index * ROW + 5 + at * 20}
                  width={((value ?? 0) / most) * room}
                  height={17}
                />
                <text
                  className="hub-chart__value"
                  x={LABEL + ((value ?? 0) / most) * room + 6}
                  y={index * ROW + 18 + at * 20}
                >
                  {cellInWords(value, 'share')}
                </text>
              </g>
            ))}
          </g>
        ))}
      </svg>
    </figure>
  );
}
