import type { WaitDay } from '../../domain/reports/stay-waits.ts';
import { NO_REASON } from '../../domain/delay/delay-reasons.ts';
import { waitsInWords } from '../../domain/reports/stay-waits.ts';
import type { TaskOwner } from '../../domain/tasks/task-types.ts';
import { TASK_OWNERS, TASK_OWNER_NAMES } from '../../domain/tasks/task-types.ts';
import { daysBetween, formatDay } from '../../domain/time.ts';
import { ScrollRegion } from '../components/scroll-region.tsx';

const WIDTH = 960;
const LEFT = 210;
const TOP = 28;
const LANE = 36;
const MOST_LABELS = 8;

type WaitChartProps = { days: readonly WaitDay[] };

/**
 * A lane for each team, a column for each day of delay: full where the person waited for the team,
 * outlined where it had something else to do that blocked. The table below says the same.
 */
export function WaitChart({ days }: WaitChartProps) {
  const first = days[0]?.day ?? '';
  const length = daysBetween(first, days.at(-1)?.day ?? first) + 1;
  const width = (WIDTH - LEFT) / length;
  const x = (day: string) => LEFT + daysBetween(first, day) * width;
  const lanes = [...TASK_OWNERS, null].filter((lane) => days.some((day) => isIn(day, lane)));
  const bottom = TOP + lanes.length * LANE;
  const every = Math.ceil(days.length / MOST_LABELS);
  return (
    <figure className="hub-chart">
      <ScrollRegion className="hub-chart__scroll" label="Whom they waited for, day by day">
        <svg
          className="hub-pareto"
          viewBox={`0 0 ${WIDTH} ${bottom + 8}`}
          role="img"
          aria-label={`Days waited for each team: ${waitsInWords(days)}.`}
        >
          {days.map(({ day }, at) =>
            at % every === 0 ? (
              <text key={day} className="hub-spc__text" x={x(day)} y={TOP - 10}>
                {formatDay(day).slice(4)}
              </text>
            ) : null,
          )}
          {lanes.map((lane, at) => (
            <g key={lane ?? 'none'}>
              <line
                className="hub-spc__grid"
                {...{ x1: 0, x2: WIDTH, y1: TOP + at * LANE, y2: TOP + at * LANE }}
              />
              <text
                className="hub-chart__label"
                x={LEFT - 10}
                y={TOP + at * LANE + 23}
                textAnchor="end"
              >
                {lane === null ? NO_REASON : TASK_OWNER_NAMES[lane]}
              </text>
              {days
                .filter((day) => isIn(day, lane))
                .map((day) => (
                  <rect
                    key={day.day}
                    className={isWaitedFor(day, lane) ? 'hub-chart__bar' : 'hub-waits__also'}
                    {...{ x: x(day.day) + 0.5, y: TOP + at * LANE + 6 }}
                    {...{ width: Math.max(1, width - 1), height: LANE - 12 }}
                  />
                ))}
            </g>
          ))}
        </svg>
      </ScrollRegion>
      <figcaption className="hub-chart__caption hub-quiet">
        Full: waited for. Outlined: also had something open that blocked. No mark: not ready on that
        day.
      </figcaption>
    </figure>
  );
}

function isWaitedFor({ waitedFor }: WaitDay, lane: TaskOwner | null): boolean {
  return (waitedFor?.owner ?? null) === lane;
}

function isIn(day: WaitDay, lane: TaskOwner | null): boolean {
  return isWaitedFor(day, lane) || (lane !== null && day.alsoWaiting.includes(lane));
}
