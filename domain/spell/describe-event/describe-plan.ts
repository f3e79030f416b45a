import { DELAY_REASONS } from '../../delay/delay-reasons.ts';
import { startingSmall } from '../../first-letter.ts';
import { NOT_SEEN_REASON_NAMES } from '../../rounds/board-round.ts';
import type { TaskOwner } from '../../tasks/task-types.ts';
import { TASK_OWNER_NAMES } from '../../tasks/task-types.ts';
import { formatDay } from '../../time.ts';
import { CRITERIA_TO_RESIDE } from '../criteria.ts';
import type { EventOf, PlanEvent } from '../events.ts';
import { PATHWAY_NAMES } from '../pathway.ts';
import { noteText } from './words.ts';

const NOT_RECORDED_WHICH = '12';

export function describePlan(event: PlanEvent): string {
  switch (event.type) {
    case 'ClinicalCriteriaSet': {
      const text = event.details?.text ?? null;
      return text === null
        ? 'Took the clinical criteria for discharge away'
        : `Set clinical criteria for discharge: ${text}`;
    }
    case 'EddSet': {
      const before = event.data.previous;
      const from = before === null ? '' : ` (was ${formatDay(before)})`;
      const reason = event.details === null ? '' : `: ${event.details.reason}`;
      return `Set EDD to ${formatDay(event.data.edd)}${from}${reason}`;
    }
    case 'PathwaySet':
      return describePathway(event.data);
    case 'NoCriteriaToResideRecorded':
      return `Recorded no criteria to reside, ready since ${formatDay(event.data.readyDate)}${noteText(event)}`;
    case 'CriteriaToResideRecorded': {
      const named = event.data.criteria.filter((code) => code !== NOT_RECORDED_WHICH);
      const names = named.map((code) => CRITERIA_TO_RESIDE[code].toLowerCase());
      const which = names.length === 0 ? '' : `: ${names.join('; ')}`;
      return `Recorded that criteria to reside are met${which}${noteText(event)}`;
    }
    case 'BoardRoundRecorded':
      return describeRound(event);
    case 'LongStayReviewed': {
      if (event.details === null) return 'Reviewed the long stay';
      const { whyNotHome, whyNotToday } = event.details;
      const today = whyNotToday === null ? '' : ` Why not today: ${whyNotToday}`;
      return `Reviewed the long stay. Why not home: ${whyNotHome}${today}`;
    }
    case 'PrimaryReasonSet': {
      const { reason } = event.data;
      const what =
        reason === null
          ? 'Took the chosen main reason for delay back'
          : `Chose the main reason for delay: ${DELAY_REASONS[reason]}`;
      return `${what}${noteText(event)}`;
    }
    case 'NoteAdded':
      return 'Added a note';
    default:
      return event satisfies never;
  }
}

function describeRound({
  data: { notSeen, owner, edd },
  details,
}: EventOf<'BoardRoundRecorded'>): string {
  const seen =
    notSeen === null ? 'seen' : `not seen, ${startingSmall(NOT_SEEN_REASON_NAMES[notSeen])}`;
  const who = owner === null ? '' : ` (${withPerson(owner, details?.person ?? null)})`;
  const next = details === null ? '' : `. Next: ${details.action}${who}`;
  const day = edd === null ? 'none' : formatDay(edd);
  return `Board round: ${seen}, EDD ${day}${next}`;
}

function withPerson(owner: TaskOwner, person: string | null): string {
  const team = TASK_OWNER_NAMES[owner];
  return person === null ? team : `${person}, ${startingSmall(team)}`;
}

/** A withdrawn agreement is told with the recommendation that withdrew it. */
function describePathway({
  recommended,
  agreed,
  national,
  previous,
}: EventOf<'PathwaySet'>['data']): string {
  const isWithdrawn =
    agreed === 'none_set' && previous.agreed !== 'none_set' && recommended !== 'none_set';
  if (isWithdrawn) {
    const before = PATHWAY_NAMES[previous.agreed];
    return `Recommended pathway: ${PATHWAY_NAMES[recommended]} (${before} is no longer agreed)`;
  }
  if (agreed !== previous.agreed) return `Agreed pathway: ${PATHWAY_NAMES[agreed]}`;
  if (recommended !== previous.recommended) {
    return `Recommended pathway: ${PATHWAY_NAMES[recommended]}`;
  }
  return `Set national pathway: ${national ?? 'none'}`;
}
