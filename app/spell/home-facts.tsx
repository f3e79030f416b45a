import type { ReactNode } from 'react';
import { ROOMS, ROOM_NAMES } from '../../domain/housing/housing-steps.ts';
import { formatDay } from '../../domain/time.ts';
import { Button } from '../components/button.tsx';
import { CheckboxesField } from '../components/checkboxes-field.tsx';
import { CheckboxField } from '../components/checkbox-field.tsx';
import { DateField } from '../components/date-field.tsx';
import { PhoneText } from '../components/phone-text.tsx';
import { TextField } from '../components/text-field.tsx';
import { roomsInWords } from '../step-words.ts';
import { Disclosure } from './disclosure.tsx';
import { HOME_SEEN } from './home-fields.ts';
import { usePlan, usePlanFields } from './plan-context.ts';
import { PlanForm } from './plan-form.tsx';
import { SetByLine } from './set-by-line.tsx';

const ROOM_OPTIONS = ROOMS.map((value) => ({ value, label: ROOM_NAMES[value] }));

/** Whom to ring, where the keys are, and what is to be cleared and delivered. */
export function HomeFacts() {
  const { view, forms } = usePlan();
  const { details } = view.home;
  const { equipment, equipmentDue } = details;
  const due = equipmentDue === null ? '' : `, expected ${formatDay(equipmentDue)}`;
  return (
    <div className="hub-plan__part">
      <h3 className="hub-plan__lead-in">Access and equipment</h3>
      <dl className="hub-facts">
        <Fact name="Access contact">
          <PhoneText text={view.accessContact ?? 'Not known'} />
        </Fact>
        <Fact name="Keys">{details.keys ?? 'Not known'}</Fact>
        <Fact name="Landlord">
          <PhoneText text={details.landlord ?? 'Not known'} />
        </Fact>
        {details.roomsToClear.length > 0 && (
          <Fact name="Rooms to clear">{roomsInWords(details.roomsToClear)}</Fact>
        )}
        {(equipment !== null || equipmentDue !== null) && (
          <Fact name="Equipment">{`${equipment ?? 'Some'}${due}`}</Fact>
        )}
      </dl>
      <SetByLine setBy={details.setBy} setAt={details.setAt} />
      {forms.setHomeDetails && <HomeDetailsForm />}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function HomeDetailsForm() {
  const { view } = usePlan();
  const { field, value, isTicked, hasFailed } = usePlanFields('SetHomeDetails');
  const { setBy: _setBy, setAt: _setAt, ...details } = view.home.details;
  const seen = { ...details, accessContact: view.accessContact };
  return (
    <Disclosure summary="Change access and equipment" isOpen={hasFailed}>
      <PlanForm
        type="SetHomeDetails"
        hidden={{ [HOME_SEEN]: value(HOME_SEEN, JSON.stringify(seen)) ?? '' }}
      >
        <TextField
          {...field('accessContact')}
          label="Access contact"
          hint="Name and telephone number"
          defaultValue={value('accessContact', view.accessContact ?? '')}
          maxLength={200}
        />
        <TextField
          {...field('keys')}
          label="Keys"
          hint="Who has them. Never write a key safe’s code here."
          defaultValue={value('keys', details.keys ?? '')}
          maxLength={200}
        />
        <TextField
          {...field('landlord')}
          label="Landlord or housing officer"
          defaultValue={value('landlord', details.landlord ?? '')}
          maxLength={200}
        />
        <CheckboxesField
          {...field('roomsToClear')}
          label="Rooms to clear"
          options={ROOM_OPTIONS}
          isTicked={(room) =>
            isTicked(
              'roomsToClear',
              details.roomsToClear.some((one) => one === room),
              room,
            )
          }
        />
        <div className="hub-field-row">
          <TextField
            {...field('equipment')}
            label="Equipment to be delivered"
            defaultValue={value('equipment', details.equipment ?? '')}
            maxLength={200}
          />
          <DateField
            {...field('equipmentDue')}
            label="Expected on"
            defaultValue={value('equipmentDue', details.equipmentDue ?? '')}
          />
        </div>
        <CheckboxField
          {...field('isGrantUrgent')}
          label="A Disabled Facilities Grant is urgent"
          hint="55 working days instead of 150"
          defaultChecked={isTicked('isGrantUrgent', details.isGrantUrgent)}
          size="small"
        />
        <Button size="small">Save access and equipment</Button>
      </PlanForm>
    </Disclosure>
  );
}
