import type { Escalation } from '../escalation/escalation.ts';
import { escalatedTo } from '../escalation/escalation.ts';
import { UNKNOWN_HOME } from '../housing/home.ts';
import type { Home } from '../housing/home.ts';
import type { HousingStep } from '../housing/housing-steps.ts';
import { withStep } from '../housing/housing-steps.ts';
import type { Person } from '../persons/person.ts';
import type { BoardRound } from '../rounds/board-round.ts';
import type { Task } from '../tasks/task.ts';
import { isWaiting } from '../tasks/task-types.ts';
import {
  answered,
  claimed,
  completed,
  released,
  started,
  waiting,
  withProvider,
} from '../tasks/task.ts';
import type { Instant } from '../time.ts';
import type { SpellEvent } from './events.ts';
import type { Spell } from './state.ts';

/**
 * The stay after an event. Only `PatientAdmitted` starts from nothing; any other event without a
 * stay before it is a fault of the log, and throws.
 */
export function evolve(spell: Spell | null, event: SpellEvent): Spell {
  if (event.type === 'PatientAdmitted') return admitted(event);
  if (spell === null) throw new Error(`The log has ${event.type} before any admission`);
  switch (event.type) {
    case 'PatientTransferred':
      return { ...spell, wardId: event.data.wardId, bed: event.data.bed };
    case 'PersonUpdated':
      return { ...spell, person: { ...spell.person, ...event.details?.after } };
    case 'PersonsMerged':
      return { ...spell, person: event.details?.after ?? erasedPerson(event.data.remainingId) };
    case 'MergeUndone':
      return { ...spell, person: event.details?.person ?? erasedPerson(event.data.personId) };
    case 'ClinicalCriteriaSet': {
      const text = event.details === null ? ERASED : event.details.text;
      return { ...spell, clinicalCriteria: { text, setBy: event.by, setAt: event.occurredAt } };
    }
    case 'EddSet':
      return { ...spell, edd: { day: event.data.edd, setBy: event.by, setAt: event.occurredAt } };
    case 'PathwaySet': {
      const { recommended, agreed, national } = event.data;
      const pathway = { recommended, agreed, national, setBy: event.by, setAt: event.occurredAt };
      return { ...spell, pathway };
    }
    case 'NoCriteriaToResideRecorded':
      return {
        ...spell,
        nctrPeriods: [
          ...spell.nctrPeriods,
          { startedOn: event.data.readyDate, endedOn: null, endedBy: null },
        ],
        lastReview: { at: event.occurredAt, hasCriteria: false, criteria: [] },
      };
    case 'CriteriaToResideRecorded':
      return {
        ...endPeriod(spell, event.data.periodEndedOn, 'criteria_met'),
        // A reason is chosen for one delay.
        chosenReason: event.data.periodEndedOn === null ? spell.chosenReason : null,
        lastReview: { at: event.occurredAt, hasCriteria: true, criteria: event.data.criteria },
      };
    case 'TaskAdded':
      return { ...spell, tasks: [...spell.tasks, added(event)] };
    case 'TaskClaimed':
      return onTask(spell, event, (task) => ({ ...claimed(task, event.by), declined: null }));
    case 'TaskReleased':
      return onTask(spell, event, released);
    case 'TaskStarted':
      return onTask(spell, event, (task) => ({
        ...started(task, event.by),
        startedAt: isWaiting(task.state) ? (task.startedAt ?? event.occurredAt) : event.occurredAt,
        declined: null,
      }));
    case 'TaskCompleted':
      return onTask(spell, event, (task) => ({
        ...completed(task, event.by),
        completedAt: event.occurredAt,
        completedBy: event.by,
        outcome: event.details?.note ?? null,
        declined: null,
      }));
    case 'TaskWaitingSet':
      return onTask(spell, event, (task) => ({
        ...waiting(task, event.data.waiting, event.by),
        startedAt:
          event.data.waiting === null ? (task.startedAt ?? event.occurredAt) : task.startedAt,
        declined: null,
      }));
    case 'TaskCancelled':
      return onTask(spell, event, (task) => ({ ...task, state: 'cancelled' }));
    case 'TaskDeclined': {
      const { reason, from } = event.data;
      const declined = { by: event.by, reason, at: event.occurredAt, from };
      return onTask(spell, event, (task) => ({ ...released(task), owner: 'hub', declined }));
    }
    case 'TaskReopened':
      return onTask(spell, event, (task) => ({
        ...released(task),
        startedAt: null,
        completedAt: null,
        completedBy: null,
        outcome: null,
      }));
    case 'TaskBlockingSet': {
      const { blocking } = event.data;
      const blockingSince = blocking ? event.occurredAt : null;
      return onTask(spell, event, (task) => ({ ...task, blocking, blockingSince }));
    }
    case 'TaskDueSet':
      return onTask(spell, event, (task) => ({ ...task, dueAt: event.data.dueAt }));
    case 'TaskEscalated':
      return onTask(spell, event, (task) => ({ ...task, escalation: escalationOf(event) }));
    case 'EscalationAcknowledged': {
      const action = event.details?.action ?? ERASED;
      const { reviewOn } = event.data;
      const acknowledged = { by: event.by, at: event.occurredAt, action, reviewOn };
      return onTask(spell, event, (task) => withEscalation(task, { acknowledged }));
    }
    case 'EscalationResolved': {
      const outcome = event.details?.outcome ?? ERASED;
      const resolved = { by: event.by, at: event.occurredAt, outcome };
      return onTask(spell, event, (task) => withEscalation(task, { resolved }));
    }
    case 'BoardRoundRecorded':
      return { ...spell, lastRound: roundOf(event) };
    case 'LongStayReviewed': {
      const { whyNotHome, whyNotToday } = event.details ?? {
        whyNotHome: ERASED,
        whyNotToday: null,
      };
      const longStayReview = { at: event.occurredAt, by: event.by, whyNotHome, whyNotToday };
      return { ...spell, longStayReview };
    }
    case 'PrimaryReasonSet':
      return { ...spell, chosenReason: chosenReasonOf(event) };
    case 'TaskAssigned': {
      const { owner, assignee } = event.data;
      return onTask(spell, event, (task) => {
        // Handed on within the team, it stands where it stood; another team begins anew.
        const kept = owner === task.owner && assignee !== null ? task : released(task);
        const assigned = assignee === null ? kept : claimed(kept, assignee);
        return { ...assigned, owner, declined: null };
      });
    }
    case 'HousingStepRecorded':
      return {
        ...spell,
        home: {
          ...spell.home,
          steps: withStep(spell.home.steps, event.data.step, stepOf(event)),
        },
      };
    case 'InterimPlanSet':
      return {
        ...spell,
        home: {
          ...spell.home,
          interimPlan: { plan: planOf(event), setBy: event.by, setAt: event.occurredAt },
        },
      };
    case 'HomeDetailsSet': {
      const { details } = spell.home;
      const changed = { ...details, ...event.details?.after };
      return {
        ...spell,
        home: { ...spell.home, details: { ...changed, setBy: event.by, setAt: event.occurredAt } },
      };
    }
    case 'TaskQuestionAsked': {
      const { questionId: id, askedOf, owner } = event.data;
      const text = event.details?.text ?? ERASED;
      const asked = { askedBy: event.by, askedAt: event.occurredAt, answer: null };
      return onTask(spell, event, (task) => ({
        ...waiting(task, 'information', event.by),
        questions: [...task.questions, { id, askedOf, owner, text, ...asked }],
        declined: null,
      }));
    }
    case 'TaskQuestionAnswered': {
      const { questionId } = event.data;
      const text = event.details?.text ?? ERASED;
      const answer = { text, by: event.by, at: event.occurredAt };
      return onTask(spell, event, (task) => answered(task, questionId, answer));
    }
    case 'TaskProviderRecorded': {
      const { providerId: id, approachedOn, answer } = event.data;
      const { name, note } = event.details ?? { name: ERASED, note: null };
      const recorded = { recordedBy: event.by, recordedAt: event.occurredAt };
      const approach = { id, name, approachedOn, answer, note, ...recorded };
      return onTask(spell, event, (task) => withProvider(task, approach));
    }
    case 'TaskStartSet':
      return onTask(spell, event, (task) => ({ ...task, startsAt: event.data.startsAt }));
    case 'NoteAdded': {
      const { noteId: id, visibleTo } = event.data;
      const text = event.details?.text ?? ERASED;
      const note = { id, visibleTo, text, author: event.by, writtenAt: event.occurredAt };
      return { ...spell, notes: [...spell.notes, note] };
    }
    case 'PatientDischarged':
      return { ...endPeriod(spell, event.data.on, 'discharge'), discharge: event.data };
    case 'DischargeCancelled':
      return { ...reopenPeriod(spell), discharge: null, leftBoardAt: null, followUpEndedAt: null };
    case 'SpellLeftBoard':
      return { ...spell, leftBoardAt: event.occurredAt };
    case 'FollowUpEnded':
      return { ...spell, followUpEndedAt: event.occurredAt };
    default:
      return event satisfies never;
  }
}

export const ERASED = '(erased at the end of retention)';

function admitted(event: Extract<SpellEvent, { type: 'PatientAdmitted' }>): Spell {
  const { personId, continuesSpellId = null, ...stay } = event.data;
  return {
    id: event.spellId,
    person: event.details?.person ?? erasedPerson(personId),
    ...stay,
    continuesSpellId,
    edd: { day: null, setBy: null, setAt: null },
    clinicalCriteria: { text: null, setBy: null, setAt: null },
    pathway: {
      recommended: 'none_set',
      agreed: 'none_set',
      national: null,
      setBy: null,
      setAt: null,
    },
    nctrPeriods: [],
    chosenReason: null,
    lastReview: null,
    lastRound: null,
    longStayReview: null,
    tasks: [],
    notes: [],
    home: UNKNOWN_HOME,
    discharge: null,
    leftBoardAt: null,
    followUpEndedAt: null,
  };
}

function endPeriod(
  spell: Spell,
  endedOn: string | null,
  endedBy: 'criteria_met' | 'discharge',
): Spell {
  const open = spell.nctrPeriods.at(-1);
  if (endedOn === null || open === undefined || open.endedOn !== null) return spell;
  return {
    ...spell,
    nctrPeriods: [...spell.nctrPeriods.slice(0, -1), { ...open, endedOn, endedBy }],
  };
}

/** The period that the discharge ended goes on as if there had been none. */
function reopenPeriod(spell: Spell): Spell {
  const last = spell.nctrPeriods.at(-1);
  if (last?.endedBy !== 'discharge') return spell;
  const open = { ...last, endedOn: null, endedBy: null };
  return { ...spell, nctrPeriods: [...spell.nctrPeriods.slice(0, -1), open] };
}

function added(event: Extract<SpellEvent, { type: 'TaskAdded' }>): Task {
  const { taskType, owner, blocking, dueAt } = event.data;
  return {
    id: event.taskId ?? '',
    type: taskType,
    owner,
    state: 'open',
    blocking,
    blockingSince: blocking ? event.occurredAt : null,
    claimedBy: null,
    claimedAt: null,
    dueAt,
    addedAt: event.occurredAt,
    addedBy: event.by,
    startedAt: null,
    completedAt: null,
    completedBy: null,
    declined: null,
    questions: [],
    providers: [],
    startsAt: null,
    outcome: null,
    escalation: null,
  };
}

function stepOf(event: Extract<SpellEvent, { type: 'HousingStepRecorded' }>): HousingStep | null {
  const { plannedFor, doneOn } = event.data;
  if (plannedFor === null && doneOn === null) return null;
  const { note = null, who = null } = event.details ?? {};
  return { ...event.data, note, who, setBy: event.by, setAt: event.occurredAt };
}

function planOf({
  data,
  details,
}: Extract<SpellEvent, { type: 'InterimPlanSet' }>): Home['interimPlan']['plan'] {
  if (!data.isSet) return null;
  return details === null ? { text: ERASED, leavesWhen: ERASED } : details.plan;
}

function escalationOf({
  data,
  details,
  by,
  occurredAt,
}: Extract<SpellEvent, { type: 'TaskEscalated' }>): Escalation {
  const { level, owner, because } = data;
  const need = because === 'person' ? (details?.need ?? ERASED) : null;
  const raised = { raisedBy: by, raisedAt: occurredAt };
  return { level, owner, because, need, ...raised, acknowledged: null, resolved: null };
}

/** What is written is about the task as its team then has it, at the rung where it then stands. */
function withEscalation(task: Task, change: Partial<Escalation>): Task {
  const { escalation, owner } = task;
  if (escalation === null) return task;
  const level = escalatedTo(task) ?? escalation.level;
  return { ...task, escalation: { ...escalation, owner, level, ...change } };
}

function roundOf({
  data: { wardId, notSeen, owner },
  details,
  by,
  occurredAt: at,
}: Extract<SpellEvent, { type: 'BoardRoundRecorded' }>): BoardRound {
  const { action, person } = details ?? { action: owner === null ? null : ERASED, person: null };
  return { at, by, wardId, notSeen, action, owner, person };
}

function chosenReasonOf({
  data,
  details,
  by,
  occurredAt,
}: Extract<SpellEvent, { type: 'PrimaryReasonSet' }>): Spell['chosenReason'] {
  const { reason } = data;
  if (reason === null) return null;
  return { reason, note: details?.note ?? ERASED, setBy: by, setAt: occurredAt };
}

function onTask(spell: Spell, event: SpellEvent, change: (task: Task) => Task): Spell {
  return {
    ...spell,
    tasks: spell.tasks.map((task) =>
      task.id === event.taskId ? heldSince(task, change(task), event.occurredAt) : task,
    ),
  };
}

/** Whoever has a task now and did not before has it from now on. */
function heldSince(before: Task, after: Task, at: Instant): Task {
  if (before.claimedBy?.id === after.claimedBy?.id) return after;
  return { ...after, claimedAt: after.claimedBy === null ? null : at };
}

function erasedPerson(id: string): Person {
  return {
    id,
    familyName: ERASED,
    givenName: '',
    dateOfBirth: '1900-01-01',
    sex: 'not_known',
    ethnicCategory: '99',
    nhsNumber: null,
    hospitalNumber: null,
    socialCareId: null,
    address: null,
    place: 'unknown',
    district: null,
    imdQuintile: null,
    language: null,
    needsInterpreter: false,
    communicationNeeds: [],
    riskToStaff: null,
    accessContact: null,
  };
}
