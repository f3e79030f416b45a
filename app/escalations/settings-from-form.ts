import type { TargetSettings } from '../../domain/tasks/target-settings.ts';
import { TASK_OWNERS } from '../../domain/tasks/task-types.ts';

export const WEEKDAYS = [
  ['1', 'Monday'],
  ['2', 'Tuesday'],
  ['3', 'Wednesday'],
  ['4', 'Thursday'],
  ['5', 'Friday'],
  ['6', 'Saturday'],
  ['7', 'Sunday'],
] as const;

/** The values of the form's fields, by name, as the settings have them. */
export function valuesOfSettings(settings: TargetSettings): Record<string, string[]> {
  const teams = TASK_OWNERS.flatMap((owner) => {
    const team = settings.teams[owner];
    const hours = team.kind === 'hours' ? team : null;
    return [
      [`${owner}.kind`, [team.kind]],
      [`${owner}.days`, (hours?.days ?? [1, 2, 3, 4, 5]).map(String)],
      [`${owner}.from`, [hours?.from ?? '09:00']],
      [`${owner}.until`, [hours?.until ?? '17:00']],
      [`${owner}.worksBankHolidays`, hours?.worksBankHolidays === true ? ['yes'] : []],
    ] as const;
  });
  return Object.fromEntries<string[]>([
    ...teams.map(([name, values]): [string, string[]] => [name, [...values]]),
    ['leadAfterHours', [String(settings.leadAfterHours)]],
    ['hubAfterHours', [String(settings.hubAfterHours)]],
    ['bankHolidays', [settings.bankHolidays.join('\n')]],
  ]);
}

/** The command that the form asks for; what is not valid is left for the schema to refuse. */
export function settingsFromForm(form: FormData, newId: () => string): object {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const number = (name: string) => (text(name) === '' ? null : Number(text(name)));
  const teams = TASK_OWNERS.map((owner) => [
    owner,
    text(`${owner}.kind`) === 'hours'
      ? {
          kind: 'hours',
          days: form.getAll(`${owner}.days`).map(Number),
          from: text(`${owner}.from`),
          until: text(`${owner}.until`),
          worksBankHolidays: form.has(`${owner}.worksBankHolidays`),
        }
      : { kind: 'always' },
  ]);
  return {
    id: text('id') || newId(),
    type: 'SaveTargetSettings',
    seenEdition: number('seenEdition'),
    settings: {
      teams: Object.fromEntries(teams) as Record<string, unknown>, // one for each of TASK_OWNERS
      bankHolidays: text('bankHolidays').split(/\s+/).filter(Boolean),
      leadAfterHours: number('leadAfterHours'),
      hubAfterHours: number('hubAfterHours'),
    },
  };
}

/** The field of the form that a part of the settings is written in. */
export function fieldOf(path: string): string {
  const [first = '', owner = '', part = ''] = path.replace(/^settings\./, '').split('.');
  if (first !== 'teams') return first;
  return part === '' ? `${owner}.until` : `${owner}.${part}`;
}
