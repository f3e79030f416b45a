import type { SpcPoint } from '../../domain/reports/spc.ts';

type SpcMarkProps = { signal: SpcPoint['signal']; x: number; y: number };

/** A point by its signal: circle, square, triangle or diamond, so that no colour is needed. */
export function SpcMark({ signal, x, y }: SpcMarkProps) {
  const className = `hub-spc__mark hub-spc__mark--${signal}`;
  switch (signal) {
    case 'common':
      return <circle className={className} cx={x} cy={y} r={4} />;
    case 'improvement':
      return <rect className={className} x={x - 5} y={y - 5} width={10} height={10} />;
    case 'concern':
      return <path className={className} d={`M${x} ${y - 7}l7 12h-14z`} />;
    case 'change':
      return <path className={className} d={`M${x} ${y - 7}l6 7l-6 7l-6 -7z`} />;
    default:
      return signal satisfies never;
  }
}
