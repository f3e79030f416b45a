import { useEffect, useRef, useState } from 'react';
import type { Me } from '../../domain/protocol.ts';
import type { Ward } from '../../domain/spell/state.ts';
import { describedBy, FormGroup } from '../components/form-group.tsx';
import { usePlan } from './plan-context.ts';

type WardSelectProps = {
  id: string;
  name: string;
  error: string | undefined;
  defaultValue: string | undefined;
};

/**
 * The wards of the same trust by site, as a stay goes no further. Who will not see the person there
 * is told with each ward, and in a sentence once it is chosen.
 */
export function WardSelect({ id, name, error, defaultValue }: WardSelectProps) {
  const { view, me, lookups } = usePlan();
  const select = useRef<HTMLSelectElement>(null);
  const [chosenId, setChosenId] = useState(defaultValue);
  const { ward: here } = view.card;
  const provider = lookups.wards.find((ward) => ward.id === here.id)?.provider;
  const wards = lookups.wards.filter((ward) => ward.provider === provider);
  const sites = [...new Set(wards.map(({ site }) => site))].sort(
    (a, b) => Number(b === here.site) - Number(a === here.site),
  );
  const chosen = wards.find((ward) => ward.id === chosenId);

  useEffect(() => {
    const form = select.current?.form;
    const forget = () => setChosenId(undefined);
    form?.addEventListener('reset', forget);
    return () => form?.removeEventListener('reset', forget);
  }, []);

  const hint = me.role === 'ward' ? LEAVES_SIGHT : undefined;
  return (
    <FormGroup id={id} label="Ward" hint={hint} error={error}>
      <select
        {...describedBy({ id, hint, error })}
        className={error ? 'nhsuk-select nhsuk-select--error' : 'nhsuk-select'}
        id={id}
        name={name}
        ref={select}
        defaultValue={defaultValue ?? ''}
        onChange={(event) => setChosenId(event.currentTarget.value)}
      >
        <option value="">Choose a ward</option>
        {sites.map((site) => (
          <optgroup key={site} label={site}>
            {wards
              .filter((ward) => ward.site === site)
              .map((ward) => (
                <option key={ward.id} value={ward.id}>
                  {ward.name + remarkOn(ward, here.id, me)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <span role="status" className="hub-plan__warning">
        {chosen !== undefined && consequenceOf(chosen, here, me)}
      </span>
    </FormGroup>
  );
}

const LEAVES_SIGHT = 'On a ward that is not one of yours, you will no longer see this patient.';

function remarkOn(ward: Ward, hereId: string, me: Me): string {
  if (ward.id === hereId) return ' (here: another bed)';
  return isOutOfSight(ward, me) ? ' (not one of yours)' : '';
}

/** Who will not see the person any more; nothing where the same people do. */
function consequenceOf(ward: Ward, here: { id: string; name: string }, me: Me): string | false {
  if (ward.id === here.id) return false;
  if (isOutOfSight(ward, me)) {
    return `You will no longer see this patient: ${ward.name} is not one of your wards.`;
  }
  return `Coordinators of ${here.name} who do not cover ${ward.name} will no longer see this patient.`;
}

function isOutOfSight(ward: Ward, me: Me): boolean {
  return me.role === 'ward' && !me.wardIds.includes(ward.id);
}
