import * as z from 'zod/mini';
import { factsTogether, personDetails } from '../../persons/person.ts';
import type { Refusal } from '../../result.ts';
import { refuse, ruleBroken } from '../../result.ts';
import type { Instant } from '../../time.ts';
import { calendarDay } from '../../time.ts';
import type { DecideContext, Decision } from '../decision.ts';
import { NO_SUCH_STAY, happened, todayOf, together } from '../decision.ts';
import { PATIENT_CLASSES } from '../state.ts';
import { findCouncil } from './route-to-council.ts';
import { bed, instant, uuid, wardId } from './shape.ts';

/** The command's id becomes the stay's id, a new person's, and that of the task to find their council. */
export const admitPatient = z.strictObject({
  id: uuid,
  type: z.literal('AdmitPatient'),
  person: personDetails,
  wardId,
  bed,
  specialty: z._default(
    z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(80))),
    null,
  ),
  patientClass: z._default(z.enum(PATIENT_CLASSES), 'emergency'),
  isMaternity: z._default(z.boolean(), false),
  admittedAt: instant,
  /** A stay of the same person, for somebody who was found and chosen: a number is not needed then. */
  knownSpellId: z.optional(uuid),
  /** The stay elsewhere that this one follows on from: a move to another trust. */
  continuesSpellId: z.optional(uuid),
});

/**
 * Starts a stay. An NHS number that is known already means the same person, and so does an earlier
 * stay that was chosen; they may have only one open stay. A different birth date or number is
 * refused, never merged (hazard 1).
 * A stay follows on only from one of the same person that had ended by then.
 */
export function decideAdmitPatient(
  command: z.infer<typeof admitPatient>,
  context: DecideContext,
): Decision {
  if (!context.wards.has(command.wardId)) {
    return ruleBroken('This ward is not on the list of wards.', 'wardId');
  }
  if (command.admittedAt > context.now) {
    return ruleBroken('The admission cannot be in the future.', 'admittedAt');
  }
  if (command.person.dateOfBirth > todayOf(context)) {
    return ruleBroken('The date of birth cannot be in the future.', 'person.dateOfBirth');
  }
  const { chosen } = context;
  if (command.knownSpellId !== undefined && chosen === null) return NO_SUCH_STAY;
  const other = refuseOtherPerson(command.person.nhsNumber, context);
  if (other !== null) return other;
  const known = chosen ?? context.known;
  if (known !== null && known.person.dateOfBirth !== command.person.dateOfBirth) {
    return refuse(
      'CONFLICT',
      chosen === null
        ? 'This NHS number belongs to a person with another date of birth. Check both before going on.'
        : 'The person you chose has another date of birth. Check both before going on.',
      { fields: { 'person.nhsNumber': 'Held by a person with another date of birth' } },
    );
  }
  if (known !== null && known.openSpellId !== null) {
    return ruleBroken(
      'This person is in hospital already. Transfer or discharge them there first.',
      'person.nhsNumber',
    );
  }
  const { wardId, bed, specialty, patientClass, isMaternity, admittedAt } = command;
  const { continuesSpellId } = command;
  if (continuesSpellId !== undefined && !hasEndedBy(admittedAt, continuesSpellId, context)) {
    return ruleBroken(
      'A stay follows on only from an earlier stay of the same person that had ended by then.',
      'continuesSpellId',
    );
  }
  const personId = known?.person.id ?? command.id;
  const person = known === null ? command.person : factsTogether(known.person, command.person);
  const admittedOn = calendarDay(admittedAt, context.timeZone);
  const admitted = happened(
    context,
    command.id,
    {
      type: 'PatientAdmitted',
      data: {
        ...{ personId, wardId, bed, specialty, patientClass, isMaternity, admittedAt, admittedOn },
        ...(continuesSpellId === undefined ? {} : { continuesSpellId }),
      },
      details: { person: { ...person, id: personId } },
    },
    { occurredAt: admittedAt },
  );
  if (person.place !== 'unknown') return admitted;
  return together(admitted, findCouncil(command.id, command.id, context));
}

/** Somebody was chosen, and the number is not theirs. */
function refuseOtherPerson(
  nhsNumber: string | null,
  { chosen, known }: DecideContext,
): Refusal | null {
  if (chosen === null || nhsNumber === null || nhsNumber === chosen.person.nhsNumber) return null;
  if (known === null && chosen.person.nhsNumber === null) return null;
  return refuse(
    'CONFLICT',
    'This is not the NHS number of the person you chose. Check which of the two is right.',
    { fields: { 'person.nhsNumber': 'Not the number of the person you chose' } },
  );
}

/** By days: two hospitals need not agree on the minute of a move. */
function hasEndedBy(
  admittedAt: Instant,
  spellId: string,
  { stays, timeZone }: DecideContext,
): boolean {
  const { dischargedAt = null } = stays.find((stay) => stay.spellId === spellId) ?? {};
  return (
    dischargedAt !== null &&
    calendarDay(dischargedAt, timeZone) <= calendarDay(admittedAt, timeZone)
  );
}
