import type { SetBy } from '../../domain/spell/state.ts';
import { formatInstant } from '../../domain/time.ts';
import { TimeText } from '../components/time-text.tsx';
import { usePlan } from './plan-context.ts';

/** Who set a thing and when, in quiet letters under it. */
export function SetByLine({ setBy, setAt }: SetBy) {
  const { timeZone } = usePlan();
  if (setAt === null) return null;
  return (
    <span className="hub-facts__by">
      {setBy?.name ?? 'Somebody'},{' '}
      <TimeText dateTime={setAt}>{formatInstant(setAt, timeZone)}</TimeText>
    </span>
  );
}
