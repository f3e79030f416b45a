import type { TrendTarget } from '../../domain/reports/trend-targets.ts';
import { Details } from '../components/details.tsx';
import { targetInWords } from './trend-target-form.tsx';

type TrendTargetRowsProps = { targets: readonly TrendTarget[]; isShare: boolean };

/** What was to be reached before, the last first. */
export function TrendTargetRows({ targets, isShare }: TrendTargetRowsProps) {
  if (targets.length < 2) return null;
  return (
    <Details summary="Targets before">
      <ol reversed>
        {targets.slice(1).map((target) => (
          <li key={target.id}>{targetInWords(target, isShare)}</li>
        ))}
      </ol>
    </Details>
  );
}
