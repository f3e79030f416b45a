import { ACTION_OUTCOMES } from '../../domain/actions/action.ts';
import { DEFAULT_TASK_SETS } from '../../domain/tasks/default-catalogue.ts';
import type { Random } from '../../db/seed/random.ts';
import type { CardTask } from '../../domain/spell/card-task.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { SpellCommandInput, SpellCommandType } from '../../domain/spell/commands.ts';
import { ESCALATION_LEVELS } from '../../domain/escalation/escalation.ts';
import { HOME_STEPS, datesInText, findStep } from '../../domain/housing/housing-steps.ts';
import { PATHWAYS } from '../../domain/spell/pathway.ts';
import {
  ASKED_OF,
  DECLINE_REASONS,
  PROVIDER_ANSWERS,
  TASK_OWNERS,
  WAITING_FOR,
} from '../../domain/tasks/task-types.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import { addDays } from '../../domain/time.ts';
import { broker } from '../factories/actor.ts';
import { aPersonDetails, nhsNumberOf } from '../factories/person.ts';

export const WARDS = ['lri-23', 'lri-31', 'gh-24'] as const;
export const PLACES = ['leicester', 'rutland'] as const;
const TASKS = [
  ...(['medicines', 'transport', 'decision_to_discharge', 'pathway_decision'] as const),
  ...(['care_package', 'key_safe'] as const),
] as const;

/** What somebody goes by when they do something: their screen, and when it is. */
export type Screen = {
  cards: readonly Card[];
  today: CalendarDay;
  now: Instant;
  /** The commands they gave before: some can be taken back. */
  given: readonly SpellCommandInput[];
};

type Chosen = { card: Card; task: CardTask | undefined; screen: Screen; random: Random };
type Body<Type extends SpellCommandType> =
  Extract<SpellCommandInput, { type: Type }> extends infer Command
    ? Omit<Command, 'id' | 'type' | 'spellId' | 'taskId'>
    : never;

/** What each command says besides whom it is about; every command there is has its line. */
const BODIES: { [Type in SpellCommandType]: (chosen: Chosen) => Body<Type> } = {
  AdmitPatient: ({ random, screen }) => ({
    wardId: random.pick(WARDS),
    person: aPersonDetails({
      nhsNumber: random.chance(0.5) ? nhsNumberOf(random.int(1, 20)) : null,
      place: random.pick(PLACES),
    }),
    admittedAt: screen.now,
  }),
  TransferPatient: ({ random }) => ({ wardId: random.pick(WARDS), bed: 'C1' }),
  UpdatePerson: ({ card, random }) => ({
    person: { place: random.pick([...PLACES, 'unknown' as const]) },
    seen: { place: card.place },
  }),
  MergePersons: ({ card, random, screen }) => {
    const other = random.pick(screen.cards);
    const seen = { remaining: detailsOn(card), merged: detailsOn(other) };
    return { mergedSpellId: other.id, seen, reason: 'One person, two records' };
  },
  UndoMerge: ({ card, random, screen }) => {
    const merges = screen.given.filter(({ type }) => type === 'MergePersons');
    const mergeId = merges.length === 0 ? card.id : random.pick(merges).id;
    return { mergeId, reason: 'Two persons after all' };
  },
  DischargePatient: ({ screen }) => ({ at: screen.now, destination: 'usual_residence' }),
  CancelDischarge: () => ({}),
  LeaveBoard: () => ({}),
  SetEdd: ({ card, random, screen }) => ({
    edd: addDays(screen.today, random.int(0, 9)),
    seen: card.edd,
  }),
  SetClinicalCriteria: ({ random }) => ({
    text: random.pick(['Eating and drinking', 'Walking', null]),
    seen: random.pick(['Eating and drinking', 'Walking', null]),
  }),
  SetPathway: ({ card, random }) => ({
    pathway: random.pick(PATHWAYS),
    seen: card.pathway ?? null,
  }),
  RecordCriteriaToReside: () => ({}),
  RecordNoCriteriaToReside: ({ random, screen }) => ({
    readyDate: addDays(screen.today, -random.int(0, 1)),
  }),
  AddTask: ({ random }) => ({ taskType: random.pick(TASKS), blocking: random.chance(0.8) }),
  AddTaskSet: ({ random }) => ({ set: random.pick(DEFAULT_TASK_SETS).key }),
  ClaimTask: () => ({}),
  ReleaseTask: () => ({}),
  StartTask: () => ({}),
  SetTaskWaiting: ({ random }) => ({ waiting: random.pick(WAITING_FOR) }),
  CompleteTask: () => ({}),
  CancelTask: () => ({ reason: 'sent_in_error' }),
  DeclineTask: ({ random }) => ({ reason: random.pick(DECLINE_REASONS), note: 'Not ours' }),
  ReopenTask: () => ({ note: 'Not done after all' }),
  SetTaskBlocking: ({ task }) => ({ blocking: !task?.blocking, seen: task?.blocking ?? false }),
  SetTaskDue: ({ task, screen }) => ({ dueAt: screen.now, seen: task?.dueAt ?? null }),
  FollowCatalogue: ({ random }) => ({
    ...{ taskTypes: [random.pick(TASKS)], targets: true, owners: random.chance(0.5) },
  }),
  AssignTask: ({ random }) => ({
    owner: random.pick(TASK_OWNERS),
    ...(random.chance(0.3) ? { owner: 'social_care', assigneeId: broker().id } : {}),
  }),
  // Ready more often than not, as that finishes tasks; some of it is taken back.
  RecordHousingStep: ({ card, random, screen }) => {
    const step = random.chance(0.6) ? 'home_ready' : random.pick(HOME_STEPS);
    const held = findStep(card.housingSteps, step);
    const seen = datesInText(held);
    if (held !== null && random.chance(0.5)) {
      return { step, seen, plannedFor: null, doneOn: null, note: 'Not so after all' };
    }
    const plannedFor = addDays(screen.today, random.int(0, 9));
    return { step, seen, plannedFor, doneOn: screen.today, rooms: ['hallway'] };
  },
  SetHomeDetails: ({ card, random }) => ({
    home: { keys: random.pick(['With the son', 'Key safe', null]) },
    seen: { keys: card.home?.keys ?? null },
  }),
  SetInterimPlan: () => ({ text: 'Bed downstairs', leavesWhen: 'The bed is in', seen: null }),
  AskAboutTask: ({ random }) => ({ askedOf: random.pick(ASKED_OF), question: 'Which visits?' }),
  AnswerTaskQuestion: ({ random, screen, task }) => {
    const asked = screen.given.filter(({ type }) => type === 'AskAboutTask');
    const questionId = asked.length === 0 ? (task?.id ?? '') : random.pick(asked).id;
    return { questionId, answer: 'Two a day' };
  },
  RecordProvider: ({ random, screen }) => ({
    ...{ name: 'Elm Care', approachedOn: screen.today },
    ...{ answer: random.pick(PROVIDER_ANSWERS), seen: random.pick([null, ...PROVIDER_ANSWERS]) },
  }),
  SetPackageStart: ({ task, screen }) => ({ startsAt: screen.now, seen: task?.startsAt ?? null }),
  AddNote: () => ({ text: 'A note', visibleTo: 'everyone' }),
  RecordBoardRound: ({ card, random }) => ({
    ...{ action: 'Ring the daughter', owner: random.pick(TASK_OWNERS) },
    notSeen: random.pick([null, 'off_ward' as const]),
    seen: card.round?.at ?? null,
  }),
  ReviewLongStay: ({ random }) => ({
    whyNotHome: random.pick(['No provider yet', 'The ramp is not built']),
    seen: null,
  }),
  SetPrimaryReason: ({ card, random }) => ({
    reason: random.pick(['C1' as const, 'W2' as const, null]),
    note: 'As agreed on the call',
    seen: card.chosenReason ?? null,
  }),
  Escalate: ({ random }) => ({
    ...{ to: random.pick(ESCALATION_LEVELS), need: 'No provider yet', ...maybeOfStay(random) },
  }),
  AcknowledgeEscalation: ({ random }) => ({
    ...{ action: 'Ring the provider', reviewOn: null, seen: null, ...maybeOfStay(random) },
  }),
  ResolveEscalation: ({ random }) => ({ outcome: 'Starts tomorrow', ...maybeOfStay(random) }),
  AddAction: ({ random, screen }) => ({
    ...{ what: 'Ring the daughter', owner: random.pick(TASK_OWNERS), source: 'round' },
    dueOn: addDays(screen.today, random.int(0, 3)),
  }),
  ChangeAction: ({ random, screen, card }) => ({
    ...{ actionId: actionGiven(card, screen, random), seen: screen.now },
    dueOn: addDays(screen.today, random.int(0, 3)),
  }),
  FinishAction: ({ random, screen, card }) => ({
    ...{ actionId: actionGiven(card, screen, random), words: 'She comes tomorrow' },
    outcome: random.pick(ACTION_OUTCOMES),
  }),
  ChaseAction: ({ random, screen, card }) => ({
    ...{ actionId: actionGiven(card, screen, random), words: 'Any news?' },
  }),
};

/** Of a task, or as often of the stay itself. */
function maybeOfStay(random: Random): { taskId?: null } {
  return random.chance(0.5) ? { taskId: null } : {};
}

/**
 * How often each is chosen. A change of pathway is what takes people into and out of the sight of
 * brokers and housing; with many tasks everyone would see everybody for good, and with many
 * discharges nobody be left to work on.
 */
const WEIGHTS: Record<SpellCommandType, number> = {
  AdmitPatient: 1,
  TransferPatient: 3,
  UpdatePerson: 3,
  MergePersons: 6,
  UndoMerge: 3,
  DischargePatient: 2,
  CancelDischarge: 3,
  LeaveBoard: 1,
  SetEdd: 6,
  SetClinicalCriteria: 4,
  SetPathway: 40,
  RecordCriteriaToReside: 4,
  RecordNoCriteriaToReside: 4,
  AddTask: 10,
  AddTaskSet: 2,
  ClaimTask: 6,
  ReleaseTask: 6,
  StartTask: 6,
  SetTaskWaiting: 6,
  CompleteTask: 8,
  CancelTask: 3,
  DeclineTask: 4,
  ReopenTask: 5,
  SetTaskBlocking: 4,
  SetTaskDue: 3,
  AssignTask: 5,
  FollowCatalogue: 2,
  RecordHousingStep: 10,
  SetHomeDetails: 3,
  SetInterimPlan: 2,
  AskAboutTask: 5,
  AnswerTaskQuestion: 3,
  RecordProvider: 4,
  SetPackageStart: 3,
  AddNote: 6,
  RecordBoardRound: 5,
  ReviewLongStay: 2,
  SetPrimaryReason: 4,
  Escalate: 6,
  AcknowledgeEscalation: 4,
  ResolveEscalation: 3,
  AddAction: 4,
  ChangeAction: 2,
  FinishAction: 3,
  ChaseAction: 3,
};

/** Something that this person might do now, going by what their screen shows. */
export function somethingToDo(screen: Screen, random: Random): SpellCommandInput | null {
  const type = random.weighted(Object.entries(WEIGHTS) as [SpellCommandType, number][]); // its keys
  const isWork = WORK.has(type);
  const cards = isWork ? screen.cards.filter(({ tasks }) => tasks.length > 0) : screen.cards;
  if (cards.length === 0) return null;
  const card = random.pick(cards);
  const task = card.tasks.length === 0 ? undefined : random.pick(card.tasks);
  const id = random.uuid(Date.parse(screen.now));
  const about = type === 'AdmitPatient' ? {} : { spellId: card.id };
  const work = isWork ? { taskId: task?.id } : {};
  const body = BODIES[type]({ card, task, screen, random });
  // The line of a type makes the body of that type; the compiler cannot see that it is the same.
  return { id, type, ...about, ...work, ...body } as SpellCommandInput;
}

/** An action that this person asked for of the same patient; another id where there is none. */
function actionGiven({ id }: Card, { given }: Screen, random: Random): string {
  const asked = given.filter((one) => one.type === 'AddAction' && one.spellId === id);
  return asked.length === 0 ? id : random.pick(asked).id;
}

/** Everybody here is alike but for what a card shows. */
function detailsOn({ person, place }: Card) {
  return aPersonDetails({ nhsNumber: person.nhsNumber ?? null, place });
}

/** What is about a task. */
const WORK: ReadonlySet<SpellCommandType> = new Set<SpellCommandType>([
  ...(['ClaimTask', 'ReleaseTask', 'StartTask', 'SetTaskWaiting', 'CompleteTask'] as const),
  ...(['CancelTask', 'DeclineTask', 'ReopenTask', 'SetTaskBlocking', 'SetTaskDue'] as const),
  ...(['AssignTask', 'AskAboutTask', 'AnswerTaskQuestion'] as const),
  ...(['RecordProvider', 'SetPackageStart'] as const),
  ...(['Escalate', 'AcknowledgeEscalation', 'ResolveEscalation'] as const),
]);
