import type { NumberedMark } from '../../domain/reports/report-answer.ts';
import { TREND_MARK_NAMES } from '../../domain/reports/trend-marks.ts';
import { formatDayLong } from '../../domain/time.ts';
import { SpcFlag } from './spc-mark-flags.tsx';

/** What the numbers on the chart are. */
export function TrendMarkList({ marks }: { marks: readonly NumberedMark[] }) {
  return (
    <ol className="hub-lines hub-spc-marks" aria-label="Marked on the chart">
      {marks.map(({ id, number, kind, day, words, by }) => (
        <li key={id}>
          <svg viewBox="0 0 22 22" width="22" height="22" aria-hidden="true" focusable="false">
            <SpcFlag {...{ kind, number }} x={11} y={11} />
          </svg>
          <span>
            <span className="nhsuk-u-visually-hidden">{number} </span>
            {formatDayLong(day)}. {TREND_MARK_NAMES[kind]}: {words}{' '}
            <span className="hub-quiet">({by.name})</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
