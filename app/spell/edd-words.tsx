import { eddInWords, eddStatus } from '../../domain/delay/edd-status.ts';
import type { CalendarDay } from '../../domain/time.ts';
import { formatDay } from '../../domain/time.ts';
import type { TagColour } from '../components/tag.tsx';
import { Tag } from '../components/tag.tsx';

type EddWordsProps = { edd: CalendarDay | null; asOfDay: CalendarDay };

/** An EDD with its state in words, beside the day itself: "Overdue 2 days, Fri 20 Nov". */
export function EddWords({ edd, asOfDay }: EddWordsProps) {
  const { kind } = eddStatus(edd, asOfDay);
  if (kind === 'later') return <span className="hub-numbers">{eddInWords(edd, asOfDay)}</span>;
  const colours: Record<Exclude<typeof kind, 'later'>, TagColour> = {
    not_set: 'orange',
    overdue: 'red',
    today: 'blue',
    tomorrow: 'blue',
  };
  return (
    <span className="hub-cluster hub-plan__edd">
      <Tag colour={colours[kind]}>{eddInWords(edd, asOfDay)}</Tag>
      {edd !== null && <span className="hub-numbers">{formatDay(edd)}</span>}
    </span>
  );
}
