import { formatDay } from '../../domain/time.ts';
import { usePlan } from './plan-context.ts';

/** Where else the person lies, going by a record that was merged with this one. */
export function OtherOpenStays() {
  const { view, me } = usePlan();
  const stays = view.stay?.otherOpenStays ?? [];
  return stays.map(({ spellId, wardName, site, admittedOn }) => (
    <p key={spellId} className="hub-plan__flag">
      <strong>Also has an open stay</strong> on {wardName}, {site}, since {formatDay(admittedOn)}.{' '}
      {me.role === 'hub' && <a href={`/spells/${spellId}`}>Open that plan</a>}
    </p>
  ));
}
