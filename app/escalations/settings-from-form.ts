import type { RulePathway, StayRung } from '../../domain/escalation/stay-rules.ts';
import {
  RULE_PATHWAYS,
  RULE_PATHWAY_NAMES,
  STAY_RUNGS,
} from '../../domain/escalation/stay-rules.ts';
import { ESCALATION_LEVEL_NAMES } from '../../domain/escalation/escalation.ts';
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

/** The field of the days after which a stay of a pathway goes to a rung. */
export function ruleField(pathway: RulePathway, rung: StayRung): string {
  return `stays.${pathway}.${rung}`;
}

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
    ...rulesOf((pathway, rung): [string, string[]] => [
      ruleField(pathway, rung),
      [shown(settings.stays.afterDays[pathway][rung])],
    ]),
    ['nothingBlocksHours', [shown(settings.stays.nothingBlocksHours)]],
    ['bankHolidays', [settings.bankHolidays.join('\n')]],
  ]);
}

function shown(number: number | null): string {
  return number === null ? '' : String(number);
}

function rulesOf<Rule>(make: (pathway: RulePathway, rung: StayRung) => Rule): Rule[] {
  return RULE_PATHWAYS.flatMap((pathway) => STAY_RUNGS.map((rung) => make(pathway, rung)));
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
  // A form without the field is not one that says "never".
  const numberOrNever = (name: string) => (form.has(name) ? number(name) : undefined);
  const afterDays = RULE_PATHWAYS.map((pathway) => [
    pathway,
    Object.fromEntries(
      STAY_RUNGS.map((rung) => [rung, numberOrNever(ruleField(pathway, rung))] as const),
    ),
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
      stays: {
        afterDays: Object.fromEntries(afterDays) as Record<string, unknown>, // one for each pathway
        nothingBlocksHours: numberOrNever('nothingBlocksHours'),
      },
    },
  };
}

/** What is wrong, by the fields of the form; of a table's fields, with which of them is meant. */
export function errorsOfSettings(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([path, message]) => {
      const field = fieldOf(path);
      return [field, `${nameOf(field)}${message}`];
    }),
  );
}

function nameOf(field: string): string {
  const rule = rulesOf((pathway, rung) => ({ pathway, rung })).find(
    ({ pathway, rung }) => ruleField(pathway, rung) === field,
  );
  if (rule === undefined) return '';
  return `${RULE_PATHWAY_NAMES[rule.pathway]}, ${ESCALATION_LEVEL_NAMES[rule.rung].toLowerCase()}: `;
}

/** The field of the form that a part of the settings is written in. */
function fieldOf(path: string): string {
  const [first = '', owner = '', part = '', rung = ''] = path.replace(/^settings\./, '').split('.');
  if (first === 'stays') return owner === 'afterDays' ? `stays.${part}.${rung}` : owner;
  if (first !== 'teams') return first;
  return part === '' ? `${owner}.until` : `${owner}.${part}`;
}
