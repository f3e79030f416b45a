import fc from 'fast-check';
import type { Store } from '../../../db/store.ts';
import type { Actor } from '../../../domain/actor.ts';
import { TIMER_ACTOR } from '../../../domain/actor.ts';
import { CRITERION_CODES } from '../../../domain/spell/criteria.ts';
import type { SpellCommand } from '../../../domain/spell/commands.ts';
import { NOTE_READERS } from '../../../domain/spell/notes.ts';
import { PATHWAYS } from '../../../domain/spell/pathway.ts';
import { TASK_TYPES } from '../../../domain/tasks/task-types.ts';
import { addDays, calendarDay } from '../../../domain/time.ts';
import { hubManager } from '../../factories/actor.ts';
import { changeBy } from '../../factories/change.ts';
import { NOW, minutesAfter } from '../../factories/clock.ts';
import { aContext, anAdmission, decideAllowed } from '../../factories/command.ts';
import { idOf } from '../../factories/ids.ts';
import { aPersonDetails, nhsNumberOf } from '../../factories/person.ts';

/** One thing that somebody tries: what, about whom, with which of the tasks, how long after the last. */
export const step = fc.record({
  kind: fc.constantFrom(
    'AdmitPatient',
    'SetEdd',
    'SetPathway',
    'RecordNoCriteriaToReside',
    'RecordCriteriaToReside',
    'AddTask',
    'ClaimTask',
    'ReleaseTask',
    'StartTask',
    'CompleteTask',
    'AddNote',
    'DischargePatient',
    'LeaveBoard',
  ),
  person: fc.integer({ min: 1, max: 3 }),
  pick: fc.nat(40),
  minutes: fc.integer({ min: 0, max: 2000 }),
  text: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
});
export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

type Person = { spellId: string | null };

/**
 * Tries steps against a store, leaving out what the rules refuse, and calls `check` with each stay
 * as it became by the rules and its seq.
 */
export async function play(
  store: Store,
  steps: readonly Step[],
  check: (spellId: string) => void | Promise<void> = () => undefined,
): Promise<void> {
  const people = new Map<number, Person>();
  let now = NOW;
  for (const [index, each] of steps.entries()) {
    now = minutesAfter(now, each.minutes);
    const spellId = people.get(each.person)?.spellId ?? null;
    const loaded = spellId === null ? null : await store.loadSpell(spellId);
    const isAdmission = spellId === null || each.kind === 'AdmitPatient';
    const before = isAdmission ? null : loaded;
    const command = isAdmission
      ? admission(index, each, now)
      : commandOf(index, each, spellId, loaded?.spell.tasks.map((task) => task.id) ?? [], now);
    const known = isAdmission ? await store.findPersonByNhsNumber(nhsNumberOf(each.person)) : null;
    const context = aContext({ now, known, actor: actorOf(command) });
    if (command.type === 'SetEdd') command.seen = loaded?.spell.edd.day ?? null;
    const decision = decideAllowed(before?.spell ?? null, command, context);
    if (!decision.ok || decision.events.length === 0) continue;
    const change = changeBy(before?.spell ?? null, command, context);
    const result = await store.commit(change, before?.seq ?? 0);
    if (!result.ok) throw new Error(`${command.type}: ${result.reason}`);
    people.set(each.person, { spellId: change.after.id });
    await check(change.after.id);
  }
}

function actorOf(command: SpellCommand): Actor {
  return command.type === 'LeaveBoard' ? TIMER_ACTOR : hubManager();
}

function admission(index: number, { person, pick, text }: Step, now: string): SpellCommand {
  const isPicky = pick % 2 === 0;
  return anAdmission({
    id: idOf(1000 + index),
    admittedAt: now,
    isMaternity: pick % 7 === 0,
    bed: isPicky ? null : 'C2',
    person: aPersonDetails({
      nhsNumber: nhsNumberOf(person),
      familyName: text,
      socialCareId: isPicky ? `SC${pick}` : null,
      hospitalNumber: pick % 3 === 0 ? null : 'S1',
      address: isPicky ? null : { line: text, town: 'Oakham', postcode: null },
      place: pick % 5 === 0 ? 'rutland' : 'leicester',
      communicationNeeds: isPicky ? [text, 'Large print'] : [],
      needsInterpreter: isPicky,
      imdQuintile: isPicky ? null : 3,
    }),
  });
}

function commandOf(
  index: number,
  { kind, pick, text }: Step,
  spellId: string,
  taskIds: readonly string[],
  now: string,
): SpellCommand {
  const id = idOf(1000 + index);
  const today = calendarDay(now, 'Europe/London');
  const of = <T>(list: readonly [T, ...T[]]): T => list[pick % list.length] ?? list[0];
  const taskId = taskIds[pick % Math.max(1, taskIds.length)] ?? idOf(1);
  switch (kind) {
    case 'SetEdd':
      return { id, type: kind, spellId, edd: addDays(today, pick), seen: null, reason: text };
    case 'SetPathway':
      return { id, type: kind, spellId, pathway: of(PATHWAYS), seen: null, as: 'recommended' };
    case 'RecordNoCriteriaToReside':
      return { id, type: kind, spellId, readyDate: today, note: text };
    case 'RecordCriteriaToReside':
      return { id, type: kind, spellId, criteria: [of(CRITERION_CODES), '12'] };
    case 'AddTask':
      return { id, type: kind, spellId, taskType: of(TASK_TYPES), blocking: pick % 2 === 0 };
    case 'ClaimTask':
    case 'ReleaseTask':
    case 'StartTask':
    case 'CompleteTask':
      return { id, type: kind, spellId, taskId, note: text };
    case 'DischargePatient':
      return { id, type: kind, spellId, at: now, destination: 'care_home' };
    case 'LeaveBoard':
      return { id, type: kind, spellId };
    default:
      return { id, type: 'AddNote', spellId, text, visibleTo: of(NOTE_READERS) };
  }
}
