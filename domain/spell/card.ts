import type { Audience } from '../actor.ts';
import { delayDays, dischargeReadyDate, lengthOfStay } from '../delay/delay-days.ts';
import type { DelayReason } from '../delay/delay-reasons.ts';
import type { ReasonContext, ReasonTask } from '../delay/primary-reason.ts';
import { primaryReason } from '../delay/primary-reason.ts';
import { openStayEscalation } from '../escalation/stay-escalation.ts';
import type { StayRung } from '../escalation/stay-rules.ts';
import { mayBeFollowedUp } from '../housing/follow-up.ts';
import type { StepDates } from '../housing/housing-steps.ts';
import { displayName } from '../persons/display-name.ts';
import type { Person } from '../persons/person.ts';
import type { District, Place } from '../persons/place.ts';
import type { BoardRound } from '../rounds/board-round.ts';
import { mayHoldRounds } from '../rounds/board-round.ts';
import type { CalendarDay } from '../time.ts';
import type { CardHome } from './card-home.ts';
import { cardHome, stepDates } from './card-home.ts';
import type { CardEscalation, CardTask } from './card-task.ts';
import { cardEscalation, cardTasks, stillOnCard } from './card-task.ts';
import { canReadNote } from './notes.ts';
import type { NationalPathway, Pathway } from './pathway.ts';
import { shownPathway } from './pathway.ts';
import type { Stage } from './stage.ts';
import { isReferredBy, stageOf } from './stage.ts';
import type { Spell, Wards } from './state.ts';

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
  /** Absent unless the stay itself was raised above those who work on it and is not settled. */
  escalation?: CardEscalation<StayRung>;
  /** The last board round of the patient, for those who hold rounds; absent before any. */
  round?: Pick<BoardRound, 'at' | 'by' | 'wardId' | 'notSeen'>;
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
    ...(isHousing ? { home: cardHome(spell) } : careFields(spell, context)),
    ...(mayHoldRounds(reader) && roundOf(spell)),
  };
}

function roundOf({ lastRound }: Spell): Pick<Card, 'round'> {
  if (lastRound === null) return {};
  const { at, by, wardId, notSeen } = lastRound;
  return { round: { at, by, wardId, notSeen } };
}

function careFields(
  spell: Spell,
  context: ProjectionContext,
): CareFields & Pick<Card, 'chosenReason' | 'escalation'> {
  const { asOfDay } = context;
  const readyDate = dischargeReadyDate(spell.nctrPeriods);
  const dischargedOn = spell.discharge?.on ?? null;
  const { recommended, agreed, national } = spell.pathway;
  const isReferred = isReferredBy(spell.tasks);
  const chosen = spell.chosenReason?.reason ?? null;
  const raised = openStayEscalation(spell);
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
    ...(raised !== null && { escalation: cardEscalation(raised.level, raised) }),
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
