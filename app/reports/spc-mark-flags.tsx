import type { NumberedMark } from '../../domain/reports/report-answer.ts';

/** Room for one flag under another at the same point. */
const ROW = 20;

type SpcMarkFlagsProps = { marks: readonly NumberedMark[]; x: number; top: number; bottom: number };

/**
 * What people marked at one point: a number above the chart and a line down to it, square and
 * dashed where limits begin anew, round and dotted for a note. The list below says what they are.
 */
export function SpcMarkFlags({ marks, x, top, bottom }: SpcMarkFlagsProps) {
  if (marks.length === 0) return null;
  const isStep = marks.some(({ kind }) => kind === 'step');
  return (
    <g aria-hidden="true">
      <line
        className={isStep ? 'hub-spc__step' : 'hub-spc__note'}
        x1={x}
        x2={x}
        y1={top - 16}
        y2={bottom}
      />
      {marks.map((mark, index) => (
        <SpcFlag
          key={mark.id}
          kind={mark.kind}
          number={mark.number}
          {...{ x, y: top - 26 + index * ROW }}
        />
      ))}
    </g>
  );
}

type SpcFlagProps = Pick<NumberedMark, 'kind' | 'number'> & { x: number; y: number };

export function SpcFlag({ kind, number, x, y }: SpcFlagProps) {
  return (
    <>
      {kind === 'step' ? (
        <rect className="hub-spc__flag" x={x - 10} y={y - 9} width={20} height={18} />
      ) : (
        <circle className="hub-spc__flag" cx={x} cy={y} r={9.5} />
      )}
      <text className="hub-spc__flag-number" x={x} y={y + 4.5} textAnchor="middle">
        {number}
      </text>
    </>
  );
}
