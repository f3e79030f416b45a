import type { ActorRef, Audience } from '../actor.ts';
import { delayDays, dischargeReadyDate, lengthOfStay } from '../delay/delay-days.ts';
import type { DelayReason } from '../delay/delay-reasons.ts';
import type { ReasonContext, ReasonTask } from '../delay/primary-reason.ts';
import { primaryReason } from '../delay/primary-reason.ts';
import type { EscalationLevel } from '../escalation/escalation.ts';
import { escalatedTo } from '../escalation/escalation.ts';
import { mayBeFollowedUp } from '../housing/follow-up.ts';
import type { HomeDetails } from '../housing/home.ts';
import type { HousingStep, StepDates } from '../housing/housing-steps.ts';
import { findStep } from '../housing/housing-steps.ts';
import type { Person } from '../persons/person.ts';
import type { District, Place } from '../persons/place.ts';
import { displayName } from '../persons/display-name.ts';
import type { BoardRound } from '../rounds/board-round.ts';
import { mayHoldRounds } from '../rounds/board-round.ts';
import type { Task } from '../tasks/task.ts';
import { openQuestion } from '../tasks/task.ts';
import type { AskedOf, TaskOwner, TaskState, TaskType } from '../tasks/task-types.ts';
import { isOpenState } from '../tasks/task-types.ts';
import type { CalendarDay, Instant } from '../time.ts';
import { calendarDay } from '../time.ts';
import { canReadNote } from './notes.ts';
import type { NationalPathway, Pathway } from './pathway.ts';
import { shownPathway } from './pathway.ts';
import type { Stage } from './stage.ts';
import { isReferredBy, stageOf } from './stage.ts';
import type { Spell, Wards } from './state.ts';

export type CardTask = {
  id: string;
  type: TaskType;
  owner: TaskOwner;
  state: TaskState;
  blocking: boolean;
  blockingSince: Instant | null;
  claimedBy: ActorRef | null;
  dueAt: Instant | null;
  /** Absent until it is done. */
  done?: { by: ActorRef; at: Instant; on: CalendarDay };
  /** When the service that it arranges begins; absent while that is not known. */
  startsAt?: Instant;
  /** Absent unless a question about it waits for an answer. */
  question?: { askedOf: AskedOf; by: ActorRef; at: Instant };
  /** Absent unless it was raised above those who do it and is not settled. */
  escalation?: { level: EscalationLevel; at: Instant; isTakenOn: boolean };
};

/**
 * One open stay as one reader may see it: what the board shows and what travels on sockets.
 * Optional fields are absent where the reader may not see them. `seq` is that of the last event
 * that touched the stay; a client keeps the newest.
 */
export type Card = {
  id: string;
  seq: number;
  person: {
    name: string;
    dateOfBirth: CalendarDay;
    nhsNumber?: string | null;
    socialCareId?: string | null;
    address?: string | null;
  };
  place: Place;
  /** Absent outside the county, and where it is not known. */
  district?: District;
  ward: { id: string; name: string; site: string };
  bed?: string | null;
  edd: CalendarDay | null;
  dischargedOn: CalendarDay | null;
  /** Absent while it is on the board: the board does not show it, lists of homes and tasks do. */
  hasLeftBoard?: true;
  /** Absent where somebody may be rung at home: of whom not, only the ward and the hub know why. */
  isNotFollowedUp?: true;
  /** What somebody still has to do, and what was done today; the stay's view has all. */
  tasks: CardTask[];
  noteCount: number;
  communicationNeeds: string[];
  riskToStaff: boolean;
  /** What is dated about the home, in the order of `HOUSING_STEPS`. */
  housingSteps: StepDates[];
  /** For Lightbulb, which is out of reach of the hub when it stands in a hallway. */
  home?: CardHome;
  admittedOn?: CalendarDay;
  pathway?: Pathway;
  pathwayRecommended?: Pathway;
  pathwayAgreed?: Pathway;
  nationalPathway?: NationalPathway | null;
  stage?: Stage;
  /** Whether a referral to the hub is done. */
  isReferred?: boolean;
  dischargeReadyDate?: CalendarDay | null;
  delayDays?: number;
  lengthOfStay?: number;
  /** Null: not delayed, or delayed with no reason recorded. Its name is in `DELAY_REASONS`. */
  primaryReason?: DelayReason | null;
  /** Absent unless the hub chose the main reason. */
  chosenReason?: DelayReason;
  /** The last board round of the patient, for those who hold rounds; absent before any. */
  round?: Pick<BoardRound, 'at' | 'by' | 'wardId' | 'notSeen'>;
};

/** Whom to ring and what to bring, in a hallway. */
export type CardHome = HomeDetails & {
  accessContact: string | null;
  /** Who follows up, and what for or how it went; null where nothing is agreed or done. */
  followUp: Pick<HousingStep, 'who' | 'note'> | null;
};

export type ProjectionContext = ReasonContext & { wards: Wards; asOfDay: CalendarDay };

/** The fields that only people with a clinical or social care role may see. */
type CareFields = Required<
  Pick<
    Card,
    | 'admittedOn'
    | 'pathway'
    | 'pathwayRecommended'
    | 'pathwayAgreed'
    | 'nationalPathway'
    | 'stage'
    | 'isReferred'
    | 'dischargeReadyDate'
    | 'delayDays'
    | 'lengthOfStay'
    | 'primaryReason'
    | 'bed'
  >
>;

/** The card of a stay for a reader who can see it (whether they can is `canSee`). */
export function projectCard(
  spell: Spell,
  seq: number,
  reader: Audience,
  context: ProjectionContext,
): Card {
  const isHousing = reader.role === 'housing';
  const ward = context.wards.get(spell.wardId);
  return {
    id: spell.id,
    seq,
    person: {
      name: displayName(spell.person),
      dateOfBirth: spell.person.dateOfBirth,
      ...(isHousing
        ? { address: addressLine(spell.person) }
        : { nhsNumber: spell.person.nhsNumber, socialCareId: spell.person.socialCareId }),
    },
    place: spell.person.place,
    ...(spell.person.district !== null && { district: spell.person.district }),
    ward: { id: spell.wardId, name: ward?.name ?? spell.wardId, site: ward?.site ?? '' },
    edd: spell.edd.day,
    dischargedOn: spell.discharge?.on ?? null,
    ...(spell.leftBoardAt !== null && { hasLeftBoard: true }),
    ...(!mayBeFollowedUp(spell) && { isNotFollowedUp: true }),
    tasks: cardTasks(spell, reader, context),
    noteCount: spell.notes.filter((note) => canReadNote(reader.role, note.visibleTo)).length,
    communicationNeeds: communicationNeeds(spell.person),
    riskToStaff: spell.person.riskToStaff !== null,
    housingSteps: spell.home.steps.map(stepDates),
    ...(isHousing ? { home: homeOf(spell) } : careFields(spell, context)),
    ...(mayHoldRounds(reader) && roundOf(spell)),
  };
}

function homeOf({ home, person }: Spell): CardHome {
  const { setBy: _setBy, setAt: _setAt, ...details } = home.details;
  const step = findStep(home.steps, 'followed_up');
  const followUp = step === null ? null : { who: step.who, note: step.note };
  return { ...details, accessContact: person.accessContact, followUp };
}

function roundOf({ lastRound }: Spell): Pick<Card, 'round'> {
  if (lastRound === null) return {};
  const { at, by, wardId, notSeen } = lastRound;
  return { round: { at, by, wardId, notSeen } };
}

export function stepDates({ step, plannedFor, doneOn, rooms }: StepDates): StepDates {
  return { step, plannedFor, doneOn, rooms };
}

function careFields(
  spell: Spell,
  context: ProjectionContext,
): CareFields & Pick<Card, 'chosenReason'> {
  const { asOfDay } = context;
  const readyDate = dischargeReadyDate(spell.nctrPeriods);
  const dischargedOn = spell.discharge?.on ?? null;
  const { recommended, agreed, national } = spell.pathway;
  const isReferred = isReferredBy(spell.tasks);
  const chosen = spell.chosenReason?.reason ?? null;
  return {
    bed: spell.bed,
    admittedOn: spell.admittedOn,
    pathway: shownPathway(spell.pathway),
    pathwayRecommended: recommended,
    pathwayAgreed: agreed,
    nationalPathway: national,
    stage: stageOf({
      hasLeft: spell.discharge !== null,
      hasCriteriaToReside: readyDate === null,
      hasEdd: spell.edd.day !== null,
      national,
      isReferred,
      tasks: spell.tasks,
    }),
    isReferred,
    dischargeReadyDate: readyDate,
    delayDays: delayDays(readyDate, dischargedOn, asOfDay),
    lengthOfStay: lengthOfStay(spell.admittedOn, dischargedOn, asOfDay),
    primaryReason: reasonWhileDelayed(
      readyDate,
      dischargedOn,
      { tasks: spell.tasks, chosen },
      context,
    ),
    ...(chosen !== null && { chosenReason: chosen }),
  };
}

/** Only somebody who is ready and still here has a reason for being so. */
function reasonWhileDelayed(
  readyDate: CalendarDay | null,
  dischargedOn: CalendarDay | null,
  from: { tasks: readonly ReasonTask[]; chosen: DelayReason | null },
  context: ReasonContext,
): DelayReason | null {
  return readyDate === null || dischargedOn !== null ? null : primaryReason(from, context);
}

function cardTasks({ tasks }: Spell, reader: Audience, context: ProjectionContext): CardTask[] {
  const shown = tasks
    .filter((task) => canSeeTask(reader, task))
    .map((task) => cardTask(task, context.timeZone));
  return stillOnCard(shown, context.asOfDay);
}

/** A card would grow for ever if it kept all that was done; what was done today is news. */
function stillOnCard(tasks: CardTask[], asOfDay: CalendarDay): CardTask[] {
  return tasks.filter(
    ({ state, done }) => isOpenState(state) || (state === 'done' && (done?.on ?? '') >= asOfDay),
  );
}

/** Whether a reader of a stay sees one of its tasks: housing sees its own only (handbook 10). */
export function canSeeTask(reader: Audience, task: Pick<Task, 'owner'>): boolean {
  return reader.role !== 'housing' || task.owner === 'lightbulb';
}

export function cardTask(task: Task, timeZone: string): CardTask {
  const { id, type, owner, state, blocking, blockingSince, claimedBy, dueAt } = task;
  const { completedBy: by, completedAt: at, startsAt } = task;
  const question = isOpenState(state) ? openQuestion(task) : null;
  const escalation = cardEscalation(task);
  return {
    ...{ id, type, owner, state, blocking, blockingSince, claimedBy, dueAt },
    ...(by === null || at === null ? {} : { done: { by, at, on: calendarDay(at, timeZone) } }),
    ...(startsAt === null ? {} : { startsAt }),
    ...(question !== null && {
      question: { askedOf: question.askedOf, by: question.askedBy, at: question.askedAt },
    }),
    ...(escalation !== null && { escalation }),
  };
}

function cardEscalation(task: Task): NonNullable<CardTask['escalation']> | null {
  const level = escalatedTo(task);
  if (level === null || task.escalation === null) return null;
  const { raisedAt: at, acknowledged } = task.escalation;
  return { level, at, isTakenOn: acknowledged !== null };
}

/** Everything that whoever contacts the person must know (Accessible Information Standard). */
export function communicationNeeds(person: Person): string[] {
  const interpreter = person.needsInterpreter
    ? [`Interpreter: ${person.language ?? 'language not recorded'}`]
    : [];
  return [...interpreter, ...person.communicationNeeds];
}

export function addressLine(person: Person): string | null {
  if (person.address === null) return null;
  const { line, town, postcode } = person.address;
  return [line, town, postcode].filter((part) => part !== null).join(', ');
}

/**
 * The stage of a card, and its days, derived again from what the card holds: after a foreseen
 * change, or when a new day begins, when it has no more what was done the day before. A new day
 * alone changes no reason for delay: whoever has changed no task may leave `reasons` out.
 */
export function rederive(card: Card, asOfDay: CalendarDay, reasons?: ReasonContext): Card {
  const { dischargeReadyDate: readyDate, dischargedOn } = card;
  const tasks = stillOnCard(card.tasks, asOfDay);
  if (card.admittedOn === undefined || readyDate === undefined) return { ...card, tasks };
  return {
    ...card,
    tasks,
    stage: stageOf({
      hasLeft: dischargedOn !== null,
      hasCriteriaToReside: readyDate === null,
      hasEdd: card.edd !== null,
      national: card.nationalPathway ?? null,
      isReferred: card.isReferred ?? false,
      tasks,
    }),
    delayDays: delayDays(readyDate, dischargedOn, asOfDay),
    lengthOfStay: lengthOfStay(card.admittedOn, dischargedOn, asOfDay),
    ...(reasons && {
      primaryReason: reasonWhileDelayed(
        readyDate,
        dischargedOn,
        { tasks, chosen: card.chosenReason ?? null },
        reasons,
      ),
    }),
  };
}
