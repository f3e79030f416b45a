import { delayDays, dischargeReadyDate } from '../../delay/delay-days.ts';
import type { Escalation, EscalationLevel } from '../../escalation/escalation.ts';
import { escalatedTo, openEscalation } from '../../escalation/escalation.ts';
import { levelDue } from '../../escalation/level-due.ts';
import { stayDue } from '../../escalation/stay-due.ts';
import { openStayEscalation } from '../../escalation/stay-escalation.ts';
import { isStayRung } from '../../escalation/stay-rules.ts';
import type { Refusal } from '../../result.ts';
import { ruleBroken } from '../../result.ts';
import type { TaskOwner } from '../../tasks/task-types.ts';
import type { Task } from '../../tasks/task.ts';
import type { DecideContext } from '../decision.ts';
import {
  NO_SUCH_TASK,
  findTask,
  refuseIfDischarged,
  refuseIfFinished,
  todayOf,
} from '../decision.ts';
import type { SpellEventBody } from '../events.ts';
import type { Spell } from '../state.ts';

/** What is escalated, or could be: a task, or the stay itself. */
export type EscalationSubject = {
  /** What events about it name. */
  about: { taskId?: string };
  /** Whose it is; null for a stay. */
  owner: TaskOwner | null;
  open: Escalation | null;
  /** With whom it is now; null while it is with nobody above. */
  level: EscalationLevel | null;
  /** What happens when somebody, or a rule, raises it; null where it cannot go there. */
  raisedByPerson: (to: EscalationLevel, need: string) => SpellEventBody | null;
  raisedByRule: (to: EscalationLevel) => SpellEventBody | null;
};

type Found = { ok: true; subject: EscalationSubject } | Refusal;

/** The task that a command names, or for null the stay, while either can be escalated. */
export function subjectOf(spell: Spell, taskId: string | null, context: DecideContext): Found {
  if (taskId === null) {
    const refused = refuseIfDischarged(spell) ?? refuseIfNotReady(spell);
    return refused ?? { ok: true, subject: staySubject(spell, context) };
  }
  const task = findTask(spell, taskId);
  if (task === undefined) return NO_SUCH_TASK;
  const refused = refuseIfDischarged(spell) ?? refuseIfFinished(task);
  return refused ?? { ok: true, subject: taskSubject(spell, task, context) };
}

function refuseIfNotReady({ nctrPeriods }: Spell): Refusal | null {
  if (dischargeReadyDate(nctrPeriods) !== null) return null;
  return ruleBroken(
    'This person meets the criteria to reside: there is no delay to escalate. Escalate the task that is late.',
  );
}

function taskSubject(spell: Spell, task: Task, context: DecideContext): EscalationSubject {
  const { owner } = task;
  const from = escalatedTo(task);
  const raised = (level: EscalationLevel, need: string | null): SpellEventBody => ({
    type: 'TaskEscalated',
    data: { level, from, owner, because: need === null ? 'target_passed' : 'person' },
    details: need === null ? null : { need },
  });
  return {
    ...{ about: { taskId: task.id }, owner, open: openEscalation(task), level: from },
    raisedByPerson: raised,
    raisedByRule: (to) => (levelDue(spell, task, context) === to ? raised(to, null) : null),
  };
}

function staySubject(spell: Spell, context: DecideContext): EscalationSubject {
  const open = openStayEscalation(spell);
  const from = open?.level ?? null;
  const days = delayDays(dischargeReadyDate(spell.nctrPeriods), null, todayOf(context));
  return {
    ...{ about: {}, owner: null, open, level: from },
    raisedByPerson: (level, need) => {
      if (!isStayRung(level)) return null;
      const data = { level, from, because: 'person' as const, delayDays: days };
      return { type: 'StayEscalated', data, details: { need } };
    },
    raisedByRule: (to) => {
      const due = stayDue(spell, context);
      if (due?.to !== to) return null;
      const data = { level: due.to, from, because: due.because, delayDays: days };
      return { type: 'StayEscalated', data, details: null };
    },
  };
}
