import type { FormEvent } from 'react';
import { useState } from 'react';
import type { Me } from '../../domain/protocol.ts';
import { formatNhsNumber } from '../../domain/persons/nhs-number.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import type { NationalPathway, Pathway } from '../../domain/spell/pathway.ts';
import { NATIONAL_CHOICES, PATHWAY_NAMES } from '../../domain/spell/pathway.ts';
import { formatBirthDate } from '../../domain/time.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { NationalChoice } from './national-choice.tsx';
import { moveOutcome } from './move-choices.ts';

type MoveToDialogProps = {
  card: Card;
  me: Me;
  settable: readonly Pathway[];
  /** Where the card was dropped, if it was. */
  suggested: Pathway | null;
  newId: () => string;
  onMove: (command: SpellCommandInput) => void;
  onClose: () => void;
};

/** Asks which pathway, and says what choosing it means before it is done. */
export function MoveToDialog(props: MoveToDialogProps) {
  const { card, me, settable, suggested, newId, onMove, onClose } = props;
  const shown = card.pathway ?? 'none_set';
  // What was shown when the question was asked: if it changes meanwhile, the server says so.
  const [seen] = useState(shown);
  const [chosen, setChosen] = useState<Pathway>(suggested ?? shown);
  const [national, setNational] = useState<NationalPathway>();
  const outcome = moveOutcome(card, chosen, me, national);

  const choose = (pathway: Pathway) => {
    setChosen(pathway);
    setNational(undefined);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asked = national === undefined ? {} : { national };
    onMove({ id: newId(), type: 'SetPathway', spellId: card.id, pathway: chosen, seen, ...asked });
    onClose();
  };

  return (
    <Dialog title={`Move ${card.person.name}`} onClose={onClose}>
      <form className="hub-form--dense" onSubmit={submit}>
        <p>
          {identityOf(card)}. Now: {PATHWAY_NAMES[shown]}.
        </p>
        <fieldset className="nhsuk-fieldset">
          <legend className="nhsuk-fieldset__legend">
            {me.role === 'hub' ? 'Pathway to agree' : 'Pathway to recommend'}
          </legend>
          <div className="nhsuk-radios nhsuk-radios--small hub-move__choices">
            {settable.map((pathway) => (
              <PathwayRadio
                key={pathway}
                pathway={pathway}
                isChosen={pathway === chosen}
                onChoose={() => choose(pathway)}
              />
            ))}
          </div>
        </fieldset>
        {NATIONAL_CHOICES[chosen].length > 1 && (
          <NationalChoice pathway={chosen} value={national} onChoose={setNational} />
        )}
        <p className="hub-move__outcome">
          {outcome.standing} {outcome.national}
        </p>
        {outcome.change !== null && <Confirmation key={outcome.change} change={outcome.change} />}
        <div className="hub-actions">
          <Button>{outcome.button}</Button>
          <Button type="button" variant="secondary" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Ticked for this change alone: another choice asks again. */
function Confirmation({ change }: { change: string }) {
  return (
    <div className="nhsuk-checkboxes nhsuk-checkboxes--small hub-move__confirmation">
      <div className="nhsuk-checkboxes__item">
        <input
          className="nhsuk-checkboxes__input"
          type="checkbox"
          id="move-confirmed"
          name="confirmed"
          required
        />
        <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor="move-confirmed">
          Yes, {change}
        </label>
      </div>
    </div>
  );
}

type PathwayRadioProps = { pathway: Pathway; isChosen: boolean; onChoose: () => void };

function PathwayRadio({ pathway, isChosen, onChoose }: PathwayRadioProps) {
  return (
    <div className="nhsuk-radios__item">
      <input
        className="nhsuk-radios__input"
        type="radio"
        id={`move-to-${pathway}`}
        name="pathway"
        value={pathway}
        checked={isChosen}
        onChange={onChoose}
      />
      <label className="nhsuk-label nhsuk-radios__label" htmlFor={`move-to-${pathway}`}>
        {PATHWAY_NAMES[pathway]}
      </label>
    </div>
  );
}

function identityOf({ person, ward }: Card): string {
  const { dateOfBirth, nhsNumber } = person;
  const number = typeof nhsNumber === 'string' ? `NHS number ${formatNhsNumber(nhsNumber)}` : '';
  return [`Born ${formatBirthDate(dateOfBirth)}`, number, ward.name].filter(Boolean).join(', ');
}
