import { mayLookBack } from '../../domain/past/past-sight.ts';
import { Disclosure } from './disclosure.tsx';
import { HistoryLines } from './history-lines.tsx';
import { usePlan } from './plan-context.ts';
import { PlanSection } from './plan-section.tsx';

const SHOWN_AT_FIRST = 10;

/** Who did what, newest first. */
export function HistorySection() {
  const { view, timeZone, me } = usePlan();
  const pastPath = mayLookBack(me) ? pastPathOf(view.card.id) : null;
  const lines = [...view.history].sort((a, b) => b.seq - a.seq);
  const earlier = lines.slice(SHOWN_AT_FIRST);
  if (lines.length === 0) return null;
  return (
    <PlanSection id="history" title="History" digest={`${lines.length} entries`}>
      <HistoryLines lines={lines.slice(0, SHOWN_AT_FIRST)} {...{ timeZone, pastPath }} />
      {earlier.length > 0 && (
        <Disclosure summary={`${earlier.length} earlier`}>
          <HistoryLines lines={earlier} {...{ timeZone, pastPath }} />
        </Disclosure>
      )}
    </PlanSection>
  );
}

function pastPathOf(spellId: string) {
  return (recordedAt: string) =>
    `/as-it-was/spells/${spellId}?at=${encodeURIComponent(recordedAt)}`;
}
