import { PLACE_NAMES } from '../../domain/persons/place.ts';
import { formatNhsNumber } from '../../domain/persons/nhs-number.ts';
import { ageOn, formatBirthDate } from '../../domain/time.ts';
import { CopyButton } from '../components/copy-button.tsx';
import { Tag } from '../components/tag.tsx';
import { OtherOpenStays } from './other-open-stays.tsx';
import { usePlan } from './plan-context.ts';
import { SafetyFlags } from './safety-flags.tsx';

/** The id of the patient's name, which names the panel and takes its focus. */
export const PLAN_TITLE_ID = 'plan-title';

/** Who this is, on every plan: name, date of birth and NHS number (or address), never a bed alone. */
export function IdentityHeader() {
  const { view, layout, forms } = usePlan();
  const { person, ward, bed } = view.card;
  const Title = layout === 'page' ? 'h1' : 'h2';
  return (
    <header className="hub-plan__header">
      <Title className="hub-panel__title hub-plan__title" id={PLAN_TITLE_ID} tabIndex={-1}>
        {person.name}
      </Title>
      <Identifiers />
      <p className="hub-panel__place">
        {ward.name}
        {bed !== undefined && `, ${bed === null ? 'no bed recorded' : `bed ${bed}`}`}
        {ward.site !== '' && `, ${ward.site}`}
      </p>
      <SafetyFlags />
      <OtherOpenStays />
      <ContactFacts />
      {forms.updatePerson && (
        <p className="hub-plan__details-link">
          <a href={`/spells/${view.card.id}/details`}>Correct these details</a>
        </p>
      )}
    </header>
  );
}

function Identifiers() {
  const { view, asOfDay } = usePlan();
  const { dateOfBirth, nhsNumber } = view.card.person;
  return (
    <p className="hub-panel__who hub-plan__who">
      <span className="hub-plan__identifier">
        Born {formatBirthDate(dateOfBirth)} ({ageOn(dateOfBirth, asOfDay)})
      </span>
      {nhsNumber !== undefined && nhsNumber !== null && (
        <span className="hub-plan__identifier">
          NHS number <span className="hub-numbers">{formatNhsNumber(nhsNumber)}</span>
        </span>
      )}
      {nhsNumber === null && <Tag colour="orange">NHS number not known</Tag>}
    </p>
  );
}

function ContactFacts() {
  const { view } = usePlan();
  const { card, address, accessContact, stay } = view;
  const { socialCareId } = card.person;
  const hospitalNumber = stay?.hospitalNumber ?? null;
  return (
    <dl className="hub-facts hub-plan__contact">
      <Fact name="Council" value={PLACE_NAMES[card.place]} />
      <Fact name="Address" value={address ?? 'Not known'} />
      {accessContact !== null && <Fact name="Access contact" value={accessContact} />}
      {socialCareId !== undefined && socialCareId !== null && (
        <div>
          <dt>Social care ID</dt>
          <dd className="hub-cluster">
            <span className="hub-numbers">{socialCareId}</span>
            <CopyButton text={socialCareId} label="Copy social care ID" />
          </dd>
        </div>
      )}
      {hospitalNumber !== null && <Fact name="Hospital number" value={hospitalNumber} />}
    </dl>
  );
}

type FactProps = { name: string; value: string };

function Fact({ name, value }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
