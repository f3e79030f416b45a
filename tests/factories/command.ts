import { authorise } from '../../domain/permissions.ts';
import type { SpellCommand } from '../../domain/spell/commands.ts';
import { decide } from '../../domain/spell/decide.ts';
import type { DecideContext, Decision } from '../../domain/spell/decision.ts';
import type { Spell } from '../../domain/spell/state.ts';
import { DEFAULT_CATALOGUE, DEFAULT_TASK_SETS } from '../../domain/tasks/default-catalogue.ts';
import { DEFAULT_TARGET_SETTINGS } from '../../domain/tasks/target-settings.ts';
import { DEFAULT_TIME_ZONE } from '../../domain/time.ts';
import { hubManager } from './actor.ts';
import { NOW } from './clock.ts';
import { idOf } from './ids.ts';
import { aPersonDetails } from './person.ts';
import { testWards } from './ward.ts';

/** A context to decide in: now, in London, as the hub's manager. */
export function aContext(changes: Partial<DecideContext> = {}): DecideContext {
  return {
    now: NOW,
    timeZone: DEFAULT_TIME_ZONE,
    actor: hubManager(),
    catalogue: DEFAULT_CATALOGUE,
    settings: DEFAULT_TARGET_SETTINGS,
    taskSets: DEFAULT_TASK_SETS,
    wards: testWards,
    known: null,
    chosen: null,
    stays: [],
    others: [],
    merges: [],
    assignee: null,
    history: [],
    ...changes,
  };
}

type AdmitPatient = Extract<SpellCommand, { type: 'AdmitPatient' }>;

/** An admission to Ward 23 on Thursday 19 November 2026. */
export function anAdmission(changes: Partial<AdmitPatient> = {}): AdmitPatient {
  return {
    id: idOf(100),
    type: 'AdmitPatient',
    person: aPersonDetails(),
    wardId: 'lri-23',
    bed: 'B4',
    specialty: 'Acute medicine',
    patientClass: 'emergency',
    isMaternity: false,
    admittedAt: '2026-11-19T14:00:00.000Z',
    ...changes,
  };
}

/** What follows from a command that the actor of the context may give; throws if they may not. */
export function decideAllowed(
  spell: Spell | null,
  command: SpellCommand,
  context: DecideContext = aContext(),
): Decision {
  const allowed = authorise(context.actor, command, spell, context.catalogue);
  if (allowed === null) throw new Error(`${context.actor.role} may not ${command.type} here`);
  return decide(spell, allowed, context);
}
