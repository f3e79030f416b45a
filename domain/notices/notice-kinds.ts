import type { ActorRole } from '../actor.ts';

/** What people are told of (handbook 12). The list is closed: a new kind has its row below. */
export const NOTICE_KINDS = [
  'task_assigned',
  'task_taken',
  'task_for_team',
  'question_asked',
  'question_answered',
  'escalated',
  'escalation_moved',
  'patient_ready',
  'edd_closer',
  'action_given',
  'action_chased',
  'action_ended',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

type KindFacts = {
  /** As the heading of a notice, and as what can be switched off. */
  name: string;
  /** Whom it may be told to: nobody is told of a fact that their role does not see (handbook 10). */
  roles: readonly ActorRole[];
};

const EVERY_TEAM = ['ward', 'broker', 'housing', 'hub'] as const;

export const NOTICES: Record<NoticeKind, KindFacts> = {
  task_assigned: { name: 'A task is assigned to you', roles: EVERY_TEAM },
  task_taken: { name: 'Somebody takes a task that you had', roles: EVERY_TEAM },
  task_for_team: { name: 'A task is sent to your team', roles: EVERY_TEAM },
  question_asked: { name: 'You are asked about a task', roles: ['ward', 'hub'] },
  question_answered: { name: 'Your question is answered', roles: EVERY_TEAM },
  escalated: { name: 'Something is escalated to you', roles: EVERY_TEAM },
  escalation_moved: {
    name: 'A task that you have, or what you escalated, moves up or is taken on',
    roles: EVERY_TEAM,
  },
  patient_ready: {
    name: 'A patient you have a task for is ready to leave',
    roles: ['ward', 'broker', 'hub'],
  },
  action_given: { name: 'An action is yours to do', roles: EVERY_TEAM },
  action_chased: {
    name: 'An action that is yours, your team’s or that you asked for is chased',
    roles: EVERY_TEAM,
  },
  action_ended: { name: 'An action that you asked for is done or not needed', roles: EVERY_TEAM },
  edd_closer: { name: 'The EDD of a patient you have a task for moves closer', roles: EVERY_TEAM },
};

/** What somebody of a role may be told of, and may switch off. */
export function kindsFor(role: ActorRole): NoticeKind[] {
  return NOTICE_KINDS.filter((kind) => NOTICES[kind].roles.includes(role));
}
