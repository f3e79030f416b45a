import type { Actor } from '../../domain/actor.ts';
import type { Lookups, Me } from '../../domain/protocol.ts';
import type { SpellCommand } from '../../domain/spell/commands.ts';
import { evolve } from '../../domain/spell/evolve.ts';
import type { HistoryEvent, SpellView } from '../../domain/spell/spell-view.ts';
import { projectSpellView } from '../../domain/spell/spell-view.ts';
import type { Spell } from '../../domain/spell/state.ts';
import { DEFAULT_CATALOGUE, DEFAULT_TASK_SETS } from '../../domain/tasks/default-catalogue.ts';
import { DEFAULT_TARGET_SETTINGS } from '../../domain/tasks/target-settings.ts';
import type { Instant } from '../../domain/time.ts';
import { DEFAULT_TIME_ZONE } from '../../domain/time.ts';
import { hubManager, wardCoordinator, broker } from './actor.ts';
import { NOW, TODAY } from './clock.ts';
import { aContext, anAdmission, decideAllowed } from './command.ts';
import { idOf } from './ids.ts';
import { aPersonDetails } from './person.ts';
import { TEST_WARDS, testWards } from './ward.ts';

export const SPELL_ID = idOf(100);
export const CARE_ACT_TASK = idOf(201);
export const MEDICINES_TASK = idOf(202);
export const CLEARANCE_TASK = idOf(203);
export const RESULTS_TASK = idOf(204);

export const LOOKUPS: Lookups = {
  version: 'test',
  edition: 1,
  wards: [...TEST_WARDS],
  catalogue: DEFAULT_CATALOGUE,
  taskSets: DEFAULT_TASK_SETS,
  settings: DEFAULT_TARGET_SETTINGS,
  settingsEdition: 0,
};

/** One thing that somebody did to the stay, at some time. */
export type Step = { by: Actor; at: Instant; command: SpellCommand };

export type PlayedSpell = { spell: Spell; events: HistoryEvent[] };

/** The stay that follows from what people did, by the rules alone. */
export function playSteps(steps: readonly Step[]): PlayedSpell {
  const events: HistoryEvent[] = [];
  let spell: Spell | null = null;
  for (const { by, at, command } of steps) {
    const decision = decideAllowed(spell, command, aContext({ actor: by, now: at }));
    if (!decision.ok) throw new Error(`${command.type}: ${decision.message}`);
    for (const event of decision.events) {
      spell = evolve(spell, event);
      events.push({ ...event, seq: events.length + 1, role: by.role, recordedAt: at });
    }
  }
  if (spell === null) throw new Error('No step admits the patient');
  return { spell, events };
}

/** The stay as a reader sees it on Sunday 22 November 2026. */
export function viewOf({ spell, events }: PlayedSpell, reader: Actor): SpellView {
  return projectSpellView(spell, events.length, events, reader, {
    wards: testWards,
    asOfDay: TODAY,
    catalogue: DEFAULT_CATALOGUE,
    timeZone: DEFAULT_TIME_ZONE,
    journey: [],
    otherOpenStays: [],
    colleagues: [],
  });
}

export function meOf(actor: Actor): Me {
  const { id, name, role, organisation, wardIds, place, isTeamLead } = actor;
  return { id, name, role, organisation, wardIds, place, isTeamLead };
}

const ward = wardCoordinator();
const hub = hubManager();
const spell = { spellId: SPELL_ID };

/** An admission alone: nothing is decided. */
export const NEWLY_ADMITTED: readonly Step[] = [
  { by: ward, at: '2026-11-19T15:00:00.000Z', command: anAdmission() },
];

/**
 * A stay with something of everything: ready since Friday 20 November, EDD passed on Saturday 21,
 * reablement recommended and agreed, four tasks with four owners, three notes.
 */
export const DELAYED: readonly Step[] = [
  {
    by: ward,
    at: '2026-11-16T15:00:00.000Z',
    command: anAdmission({
      admittedAt: '2026-11-16T14:00:00.000Z',
      person: aPersonDetails({
        socialCareId: 'LCC-204418',
        needsInterpreter: true,
        language: 'Gujarati',
        communicationNeeds: ['Large print'],
        riskToStaff: 'Large dog in the home: ask the daughter to take it out',
        accessContact: 'Daughter Meera, 0116 496 0123',
      }),
    }),
  },
  {
    by: ward,
    at: '2026-11-18T09:10:00.000Z',
    command: { ...spell, id: idOf(301), type: 'SetEdd', edd: '2026-11-21', seen: null },
  },
  {
    by: ward,
    at: '2026-11-19T09:00:00.000Z',
    command: {
      ...spell,
      ...{ id: idOf(302), type: 'SetPathway', pathway: 'reablement', seen: 'none_set' },
    },
  },
  ...(
    [
      [CARE_ACT_TASK, 'care_act_assessment', true],
      [MEDICINES_TASK, 'medicines', true],
      [CLEARANCE_TASK, 'home_clearance', false],
      [RESULTS_TASK, 'decision_to_discharge', true],
    ] as const
  ).map(([id, taskType, blocking]): Step => ({
    by: hub,
    at: '2026-11-19T10:00:00.000Z',
    command: { ...spell, id, type: 'AddTask', taskType, blocking },
  })),
  {
    by: hub,
    at: '2026-11-19T10:05:00.000Z',
    command: {
      ...spell,
      ...{ id: idOf(303), type: 'SetPathway', pathway: 'reablement', seen: 'reablement' },
    },
  },
  {
    by: broker({ id: 'user-broker-2', name: 'Bella Brown' }),
    at: '2026-11-19T11:00:00.000Z',
    command: { ...spell, id: idOf(304), type: 'ClaimTask', taskId: CARE_ACT_TASK },
  },
  {
    by: ward,
    at: '2026-11-20T09:00:00.000Z',
    command: { ...spell, id: idOf(305), type: 'CompleteTask', taskId: RESULTS_TASK, note: 'Fit' },
  },
  {
    by: ward,
    at: '2026-11-20T09:05:00.000Z',
    command: {
      ...spell,
      ...{ id: idOf(306), type: 'RecordNoCriteriaToReside', readyDate: '2026-11-20' },
    },
  },
  ...(
    [
      ['ward_and_hub', 'Family would like to meet the consultant.'],
      ['care_roles', 'Needs two visits a day, mornings before nine.'],
      ['everyone', 'Keys are with the daughter.'],
    ] as const
  ).map(([visibleTo, text], index): Step => ({
    by: ward,
    at: `2026-11-21T10:0${index}:00.000Z`,
    command: { ...spell, id: idOf(310 + index), type: 'AddNote', text, visibleTo },
  })),
];

/** The same stay after the person went home on Sunday morning. */
export const GONE_HOME: readonly Step[] = [
  ...DELAYED,
  {
    by: ward,
    at: NOW,
    command: {
      ...spell,
      ...{ id: idOf(320), type: 'DischargePatient', destination: 'usual_residence' },
      at: '2026-11-22T08:30:00.000Z',
    },
  },
];
