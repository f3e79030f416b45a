type Bar = { name: string; value: number };

type BarChartProps = {
  title: string;
  /** What it shows, in a sentence. */
  summary: string;
  bars: readonly Bar[];
};

const WIDTH = 520;
const ROW = 34;
const LABEL = 204;
const VALUE = 44;

/** Bars from the left, each with its name and number; the table beside it says the same. */
export function BarChart({ title, summary, bars }: BarChartProps) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const room = WIDTH - LABEL - VALUE;
  return (
    <figure className="hub-chart">
      <figcaption className="hub-chart__caption">
        <strong>{title}</strong> {summary}
      </figcaption>
      <svg
        className="hub-chart__bars"
        viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`}
        role="img"
        aria-label={`${title}. ${summary}`}
      >
        {bars.map(({ name, value }, index) => {
          const middle = index * ROW + ROW / 2;
          const length = (value / most) * room;
          return (
            <g key={name}>
              <text className="hub-chart__label" x={LABEL - 8} y={middle + 5} textAnchor="end">
                {name}
              </text>
              <rect
                className="hub-chart__bar"
                x={LABEL}
                y={middle - 11}
                width={length}
                height={22}
              />
              <text className="hub-chart__value" x={LABEL + length + 6} y={middle + 5}>
                {value.toLocaleString('en-GB')}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
