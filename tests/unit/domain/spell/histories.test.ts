import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delayDays, dischargeReadyDate } from '../../../../domain/delay/delay-days.ts';
import { SPELL_COMMANDS } from '../../../../domain/spell/commands.ts';
import type { SpellEvent } from '../../../../domain/spell/events.ts';
import { ERASED } from '../../../../domain/spell/erased.ts';
import { evolve } from '../../../../domain/spell/evolve.ts';
import { UNKNOWN_HOME } from '../../../../domain/housing/home.ts';
import type { Home } from '../../../../domain/housing/home.ts';
import { isDone } from '../../../../domain/housing/housing-steps.ts';
import { stepRecorded } from '../../../../domain/housing/step-recorded.ts';
import type { SpellCommandInput } from '../../../../domain/spell/commands.ts';
import { projectCard } from '../../../../domain/spell/card.ts';
import { foresee } from '../../../../domain/spell/foresee.ts';
import { NATIONAL_CHOICES, shownPathway } from '../../../../domain/spell/pathway.ts';
import type { Spell } from '../../../../domain/spell/state.ts';
import type { Escalation } from '../../../../domain/escalation/escalation.ts';
import { ladderOf } from '../../../../domain/escalation/escalation.ts';
import { DEFAULT_TARGET_SETTINGS } from '../../../../domain/tasks/target-settings.ts';
import { catalogueOf } from '../../../../domain/catalogue/catalogue-content.ts';
import { catalogues } from '../../../factories/catalogue.ts';
import type { Action } from '../../../../domain/actions/action.ts';
import type { Task } from '../../../../domain/tasks/task.ts';
import { isOpenState } from '../../../../domain/tasks/task-types.ts';
import { calendarDay } from '../../../../domain/time.ts';
import { foreseenStep, live, places, starts, steps } from '../../../factories/domain-histories.ts';
import { later } from '../../../factories/orders/given.ts';
import {
  LONDON,
  MO,
  SPELL_ID,
  WARDS,
  aSpell,
  idOf,
  when,
} from '../../../factories/domain-spell.ts';

const SEED = 20_261_122;
const stays = fc.record({ start: starts, place: places, taken: steps });

/** What is wrong with a stay, in sentences. */
function faultsOf(spell: Spell): string[] {
  const faults: string[] = [];
  const { nctrPeriods: periods, discharge, tasks } = spell;
  const open = periods.filter((period) => period.endedOn === null);
  if (open.length > 1) faults.push('two times of being ready are open');
  if (open.length === 1 && periods.at(-1) !== open[0]) faults.push('an older one is open');
  const real = periods.filter((period) => period.startedOn !== period.endedOn);
  real.forEach((period, index) => {
    const before = real[index - 1];
    if (before && (before.endedOn ?? '9') > period.startedOn) faults.push('they overlap');
  });
  for (const period of periods) {
    if (period.startedOn < spell.admittedOn) faults.push('ready before the admission');
    if (period.endedOn !== null && period.endedOn < period.startedOn) faults.push('ends early');
    if ((period.endedOn === null) !== (period.endedBy === null)) faults.push('ends by nothing');
  }
  if (discharge !== null) {
    if (open.length > 0) faults.push('still ready after leaving');
    if (discharge.at < spell.admittedAt) faults.push('left before the admission');
    const readyDate = dischargeReadyDate(periods);
    if (readyDate !== null && readyDate > discharge.on) faults.push('ready after leaving');
    if (readyDate !== null && delayDays(readyDate, discharge.on, discharge.on) < 0) {
      faults.push('a delay below zero');
    }
  }
  if (spell.chosenReason !== null && dischargeReadyDate(spell.nctrPeriods) === null) {
    faults.push('a reason for no delay');
  }
  const { escalation: ofStay, nothingBlocksSince: since } = spell;
  if (ofStay !== null && dischargeReadyDate(periods) === null) faults.push('raised for no delay');
  if (ofStay !== null && (ofStay.because === 'person') !== (ofStay.need !== null)) {
    faults.push('a stay raised for no reason');
  }
  if (ofStay?.level === 'duty_director' && ofStay.reached !== 'duty_director') {
    faults.push('higher than it ever was');
  }
  const isBlocked = tasks.some(({ state, blocking }) => blocking && isOpenState(state));
  if ((since !== null) !== (open.length === 1 && !isBlocked)) faults.push('left alone, or not');
  if (spell.leftBoardAt !== null && discharge === null) faults.push('off the board but here');
  if (spell.edd.day !== null && spell.edd.day < spell.admittedOn) faults.push('EDD too early');
  const shown = shownPathway(spell.pathway);
  const { national } = spell.pathway;
  if (national === null ? shown !== 'none_set' : !NATIONAL_CHOICES[shown].includes(national)) {
    faults.push('a national pathway that does not fit');
  }
  for (const task of tasks) {
    const isHeld = task.claimedBy !== null;
    if (task.state === 'open' ? isHeld : !isHeld && task.state !== 'cancelled') {
      faults.push('held by the wrong');
    }
    if (task.blocking !== (task.blockingSince !== null)) faults.push('blocks since never');
    if (task.state === 'in_progress' && task.startedAt === null) faults.push('begun at no time');
    if (task.declined !== null && (task.owner !== 'hub' || isHeld))
      faults.push('handed back, yet held');
    if ((task.claimedAt === null) !== (task.claimedBy === null)) faults.push('held since never');
    if (task.questions.filter(({ answer }) => answer === null).length > 1) {
      faults.push('two questions are open');
    }
    if (
      new Set(task.providers.map(({ name }) => name.toLowerCase())).size !== task.providers.length
    ) {
      faults.push('a provider twice');
    }
    const { escalation } = task;
    if (escalation !== null && (escalation.because === 'person') !== (escalation.need !== null)) {
      faults.push('raised for no reason');
    }
    if (escalation?.level === 'team_lead' && !ladderOf(escalation.owner).includes('team_lead')) {
      faults.push('with a lead that the team has not');
    }
    if (task.outcome !== null && task.state !== 'done') faults.push('an outcome of nothing done');
    if ((task.state === 'done') !== (task.completedBy !== null)) faults.push('done by nobody');
    if ((task.completedAt === null) !== (task.completedBy === null)) faults.push('done at no time');
  }
  for (const { dueOn, askedAt, chases, ended } of spell.actions) {
    if (dueOn < calendarDay(askedAt, LONDON)) faults.push('due before it was asked for');
    const times = [askedAt, ...chases.map(({ at }) => at), ...(ended === null ? [] : [ended.at])];
    if (times.some((at, index) => at < (times[index - 1] ?? ''))) faults.push('out of turn');
    if (chases.some(({ because, words }) => (because === 'person') !== (words !== null))) {
      faults.push('chased without a word');
    }
  }
  if (new Set(tasks.map((task) => task.id)).size !== tasks.length) faults.push('a task twice');
  return faults;
}

/** A home whose words were erased: days, rooms and steps stay. */
function erasedHome(home: Home, details: Home['details'] | undefined) {
  const { plan, ...set } = home.interimPlan;
  return {
    steps: home.steps.map((step) => ({ ...step, note: null, who: null })),
    details:
      details === undefined ? home.details : { ...UNKNOWN_HOME.details, ...setOf(home.details) },
    interimPlan: { plan: plan === null ? null : { text: ERASED, leavesWhen: ERASED }, ...set },
  };
}

function setOf({ setBy, setAt }: Home['details']) {
  return { setBy, setAt };
}

/** What is taken back is not foreseen: the card does not say which tasks it had finished. */
function isTakenBack(body: SpellCommandInput, before: Spell): boolean {
  if (body.type !== 'RecordHousingStep') return false;
  return (
    stepRecorded(body, before.admittedOn).doneOn === null && isDone(before.home.steps, body.step)
  );
}

function erasedEscalation<Raised extends Escalation>(escalation: Raised): Raised {
  const { need, acknowledged, resolved } = escalation;
  return {
    ...escalation,
    need: need === null ? null : ERASED,
    acknowledged: acknowledged && { ...acknowledged, action: ERASED },
    resolved: resolved && { ...resolved, outcome: ERASED },
  };
}

function erasedTask(task: Task): Task {
  return {
    ...task,
    outcome: null,
    escalation: task.escalation && erasedEscalation(task.escalation),
    questions: task.questions.map((question) => ({
      ...question,
      text: ERASED,
      answer: question.answer && { ...question.answer, text: ERASED },
    })),
    providers: task.providers.map((provider) => ({ ...provider, name: ERASED, note: null })),
  };
}

function erasedRound(round: Spell['lastRound']): Spell['lastRound'] {
  return round && { ...round, action: round.action && ERASED, person: null };
}

function erasedReview(review: Spell['longStayReview']): Spell['longStayReview'] {
  return review && { ...review, whyNotHome: ERASED, whyNotToday: null };
}

function erasedAction(action: Action): Action {
  return {
    ...action,
    what: ERASED,
    chases: action.chases.map((chase) => ({ ...chase, words: chase.words && ERASED })),
    ended: action.ended && { ...action.ended, words: ERASED },
  };
}

describe('whatever people do, in whatever order', () => {
  it('every kind of order is among it, and is accepted now and then', () => {
    const accepted: Record<string, number> = {};
    fc.assert(
      fc.property(stays, (stay) => {
        live(stay, ({ body, events }) => {
          if (events.length > 0) accepted[body.type] = (accepted[body.type] ?? 0) + 1;
        });
      }),
      { numRuns: 700, seed: SEED },
    );
    // Merges are of two records: they have tests of their own.
    const elsewhere = ['AdmitPatient', 'MergePersons', 'UndoMerge'];
    const types = Object.keys(SPELL_COMMANDS).filter((type) => !elsewhere.includes(type));
    expect(types.filter((type) => accepted[type] === undefined)).toEqual([]);
  });

  it('every order has an answer, and the stay stays sound', () => {
    fc.assert(
      fc.property(stays, (stay) => {
        live(stay, ({ body, answer, events, before, after }) => {
          if (after !== null) expect(faultsOf(after)).toEqual([]);
          if (!answer.ok) {
            expect(answer.message).toMatch(/\w.*[.?]$|^Not allowed$/);
            expect(after).toBe(before);
          }
          // A home that is ready finishes what blocked for it; whom to ring is a fact of the person;
          // with another council, catalogue or EDD, tasks change; a set is several of them.
          const wide = [
            ...['RecordHousingStep', 'SetHomeDetails', 'UpdatePerson', 'SetEdd'],
            ...['AddTaskSet', 'FollowCatalogue'],
          ];
          expect(wide.includes(body.type) || events.length <= 1).toBe(true);
        });
      }),
      { numRuns: 400, seed: SEED },
    );
  });

  it('nothing but the rules changes a stay: what it was before is left untouched', () => {
    fc.assert(
      fc.property(stays, (stay) => {
        live(stay, ({ before, after, events }) => {
          const copy = structuredClone(before);
          events.reduce<Spell | null>(evolve, before);
          expect(before).toEqual(copy);
          expect(after).toEqual(events.reduce<Spell | null>(evolve, copy));
        });
      }),
      { numRuns: 100, seed: SEED },
    );
  });

  it('the same stay comes out of its log, also when the log went through storage', () => {
    fc.assert(
      fc.property(stays, (stay) => {
        const { spell, events } = live(stay);
        const stored = JSON.parse(JSON.stringify(events)) as SpellEvent[];
        expect(stored.reduce<Spell | null>(evolve, null)).toEqual(spell);
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  it('a log whose details were erased still gives the same dates, tasks and pathways', () => {
    fc.assert(
      fc.property(stays, (stay) => {
        const { spell, events } = live(stay);
        const erased = events.map((event) => ({ ...event, details: null }));
        const after = erased.reduce<Spell | null>(evolve, null);
        const notes = spell.notes.map((note) => ({ ...note, text: ERASED }));
        const { clinicalCriteria: criteria } = spell;
        const clinicalCriteria = criteria.setAt === null ? criteria : { ...criteria, text: ERASED };
        const home = erasedHome(spell.home, after?.home.details);
        const tasks = spell.tasks.map(erasedTask);
        const chosenReason = spell.chosenReason && { ...spell.chosenReason, note: ERASED };
        const lastRound = erasedRound(spell.lastRound);
        const longStayReview = erasedReview(spell.longStayReview);
        const actions = spell.actions.map(erasedAction);
        const written = { notes, tasks, actions, clinicalCriteria, home };
        const escalation = spell.escalation && erasedEscalation(spell.escalation);
        const others = { ...written, chosenReason, escalation, lastRound, longStayReview };
        const kept = { ...spell, ...others, person: after?.person };
        expect(after).toEqual(kept);
        expect(JSON.stringify(after)).not.toMatch(/SECRET|Patel|9990000018|Elm Road/);
      }),
      { numRuns: 100, seed: SEED },
    );
  });

  it('the same order given twice happens once', () => {
    const isIdempotent = new Set([
      'SetEdd',
      'SetPathway',
      'RecordNoCriteriaToReside',
      'ClaimTask',
      'ReleaseTask',
      'StartTask',
      'CompleteTask',
      'LeaveBoard',
      'TransferPatient',
      'UpdatePerson',
      'SetClinicalCriteria',
      'SetTaskWaiting',
      'SetTaskBlocking',
      'SetTaskDue',
      'AssignTask',
      'AddTaskSet',
      'FollowCatalogue',
      'RecordHousingStep',
      'SetHomeDetails',
      'SetInterimPlan',
      'AnswerTaskQuestion',
      'RecordProvider',
      'SetPackageStart',
      'AcknowledgeEscalation',
      'SetPrimaryReason',
      'RecordBoardRound',
      'ReviewLongStay',
      'ChangeAction',
      'FinishAction',
    ]);
    fc.assert(
      fc.property(stays, (stay) => {
        live(stay, ({ step, body, after, answer, context }) => {
          if (!answer.ok || !isIdempotent.has(body.type)) return;
          const again = when(after, step.actor, body, context).answer;
          // Whoever handed a task on, or a patient, may have none of them left to change.
          if (!again.ok) expect(again.code).toBe('NOT_ALLOWED');
          else expect(again).toEqual({ ok: true, events: [] });
        });
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  it('the same stay, order and moment always give the same answer', () => {
    fc.assert(
      fc.property(stays, (stay) => {
        live(stay, ({ step, body, before, answer, context }) => {
          expect(when(structuredClone(before), step.actor, body, context).answer).toEqual(answer);
        });
      }),
      { numRuns: 50, seed: SEED },
    );
  });

  it('no name, number or free text is in what is kept for ever', () => {
    fc.assert(
      fc.property(stays, (stay) => {
        const kept = live(stay).events.map((event) => ({ ...event, details: null }));
        expect(JSON.stringify(kept)).not.toMatch(/SECRET|Patel|9990000018|Elm Road|07700/);
      }),
      { numRuns: 100, seed: SEED },
    );
  });
});

describe('what the browser shows before the answer', () => {
  const seen: Record<string, number> = {};

  it('is what it shows after it', () => {
    fc.assert(
      fc.property(stays, foreseenStep, catalogues, ({ taken, ...stay }, last, content) => {
        const catalogue = catalogueOf(content);
        const taskSets = content.sets;
        const { spell: before, now: then } = live({ ...stay, taken: taken.slice(0, 12) });
        const now = later(then, last.minutes);
        const asOfDay = calendarDay(now, LONDON);
        const { actor } = last;
        const body = last.order(idOf(5_000), before, asOfDay, now);
        const { answer, after } = when(before, actor, body, { now, catalogue, taskSets });
        if (!answer.ok || after === null || isTakenBack(body, before)) return;
        seen[body.type] = (seen[body.type] ?? 0) + 1;
        const context = { wards: WARDS, asOfDay, catalogue, timeZone: LONDON };
        const card = projectCard(before, 1, actor, context);
        const copy = structuredClone(card);
        const me = actor;
        const foreseen = foresee(card, body, {
          now,
          asOfDay,
          timeZone: LONDON,
          settings: DEFAULT_TARGET_SETTINGS,
          catalogue,
          taskSets,
          me,
        });
        expect(foreseen).toEqual(projectCard(after, 1, actor, context));
        expect(card).toEqual(copy);
      }),
      { numRuns: 4_500, seed: SEED },
    );
    const kinds = ['AddNote', 'AddTask', 'AddTaskSet', 'ClaimTask', 'CompleteTask', 'RecordHousingStep', 'ReleaseTask', 'SetEdd']; // prettier-ignore
    expect(Object.keys(seen).sort()).toEqual([...kinds, 'SetPathway', 'StartTask']);
    expect(Object.values(seen).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(1_000);
  });
});

describe('a log that is broken', () => {
  it('throws where something happened before the admission', () => {
    const [event] = when(aSpell(), MO, {
      id: idOf(2),
      type: 'SetEdd',
      spellId: SPELL_ID,
      edd: '2026-11-27',
      seen: null,
    }).events;
    if (event === undefined) throw new Error('No event');
    expect(() => evolve(null, event)).toThrow('The log has EddSet before any admission');
  });
});
