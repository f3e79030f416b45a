import { randomUUID } from 'node:crypto';
import { formatNhsNumber } from '../../domain/persons/nhs-number.ts';
import type { PersonDetails } from '../../domain/persons/person.ts';
import type { Place } from '../../domain/persons/place.ts';
import type { Pathway } from '../../domain/spell/pathway.ts';
import type { BuiltInTaskType } from '../../domain/tasks/task-types.ts';
import { aPersonDetails, nhsNumberOf } from '../factories/person.ts';
import type { HubClient } from './hub-client.ts';

/** Somebody invented, on the demo coordinator's Ward 23. */
export type Patient = {
  spellId: string;
  /** As the board writes it: `LARKSPUR, Asha`. */
  name: string;
  familyName: string;
  nhsNumber: string;
  /** In groups, as it is shown. */
  nhsNumberShown: string;
};

type Admission = {
  /** Nobody else's in the demo, so that a search finds this person alone. */
  familyName: string;
  place?: Place;
  /** Agreed by the hub. */
  pathway?: Pathway;
  tasks?: readonly BuiltInTaskType[];
  person?: Partial<PersonDetails>;
  nightsAgo?: number;
};

const WARD_ID = 'lri-23';
const DAY_MS = 86_400_000;
/** Above the numbers of the other tests' people. */
let lastNumber = 700;

/** Admits somebody, yesterday unless it is said, with what the test needs of them; `hub` is the hub manager's client. */
export async function admit(
  hub: HubClient,
  { familyName, place = 'leicester', pathway, tasks = [], person, nightsAgo = 1 }: Admission,
): Promise<Patient> {
  lastNumber += 1;
  const spellId = randomUUID();
  const nhsNumber = nhsNumberOf(lastNumber);
  const hospitalNumber = `S9${lastNumber}`;
  await hub.send({
    id: spellId,
    type: 'AdmitPatient',
    person: aPersonDetails({ familyName, nhsNumber, hospitalNumber, place, ...person }),
    wardId: WARD_ID,
    bed: null,
    admittedAt: new Date(Date.now() - nightsAgo * DAY_MS).toISOString(),
  });
  if (pathway !== undefined) await agree(hub, spellId, pathway, 'none_set');
  for (const taskType of tasks) {
    await hub.send({ id: randomUUID(), type: 'AddTask', spellId, taskType, blocking: true });
  }
  const name = `${familyName.toUpperCase()}, Asha`;
  return { spellId, name, familyName, nhsNumber, nhsNumberShown: formatNhsNumber(nhsNumber) };
}

export async function agree(
  hub: HubClient,
  spellId: string,
  pathway: Pathway,
  seen: Pathway,
): Promise<void> {
  await hub.send({ id: randomUUID(), type: 'SetPathway', spellId, pathway, seen });
}
