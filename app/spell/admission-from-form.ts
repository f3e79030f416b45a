import type { Refusal } from '../../domain/result.ts';
import type { SpellCommand } from '../../domain/spell/commands.ts';
import { parseCommand } from '../../domain/spell/parse-command.ts';
import { FOLLOWS_ON, KNOWN_STAY } from './admission-of-found.ts';
import { errorsInForm, personFromForm } from './person-from-form.ts';
import { instantOf, textOf } from './read-field.ts';

type AdmissionContext = { wardId: string; timeZone: string; newId: () => string };

const SENTENCES: Record<string, string> = {
  bed: 'Write the bed in at most 20 characters',
  specialty: 'Write the specialty in at most 80 characters',
  patientClass: 'Choose the kind of admission from the list',
};

/** The admission that the form asks for; who the person is, the NHS number and birth date decide. */
export function admissionFromForm(
  form: FormData,
  { wardId, timeZone, newId }: AdmissionContext,
): { ok: true; command: SpellCommand } | Refusal {
  const knownSpellId = textOf(form, KNOWN_STAY);
  const followsOn = form.get(FOLLOWS_ON) === 'yes' ? knownSpellId : undefined;
  const parsed = parseCommand({
    type: 'AdmitPatient',
    knownSpellId,
    continuesSpellId: followsOn,
    id: textOf(form, 'id') ?? newId(),
    person: personFromForm(form),
    wardId,
    bed: textOf(form, 'bed') ?? null,
    specialty: textOf(form, 'specialty') ?? null,
    patientClass: textOf(form, 'patientClass') ?? null,
    isMaternity: form.get('isMaternity') === 'yes',
    admittedAt: instantOf(form, 'admittedAt', timeZone) ?? '',
  });
  return parsed.ok ? parsed : { ...parsed, fields: errorsInForm(parsed.fields, true, SENTENCES) };
}
