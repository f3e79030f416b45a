import type { ActorRef } from '../actor.ts';
import type { Instant } from '../time.ts';
import type { ActionEventBody } from './events/action-events.ts';
import type { EscalationEventBody } from './events/escalation-events.ts';
import type { HomeEventBody } from './events/home-events.ts';
import type { PersonEventBody } from './events/person-events.ts';
import type { PlanEventBody } from './events/plan-events.ts';
import type { StayEventBody } from './events/stay-events.ts';
import type { TaskEventBody } from './events/task-events.ts';

/**
 * What happened, in the past tense. `data` stays for ever; `details` holds what identifies a
 * person or was written freely, and can be erased at the end of retention.
 */
export type SpellEventBody =
  | StayEventBody
  | PersonEventBody
  | PlanEventBody
  | TaskEventBody
  | EscalationEventBody
  | ActionEventBody
  | HomeEventBody;

export type SpellEventType = SpellEventBody['type'];

/** Who did it, and when it happened (which may be before it was recorded). */
type Happened = { spellId: string; taskId: string | null; occurredAt: Instant; by: ActorRef };

/** An event about a spell. */
export type SpellEvent = SpellEventBody & Happened;

export type EventOf<Type extends SpellEventType> = Extract<SpellEvent, { type: Type }>;

export type StayEvent = StayEventBody & Happened;
export type PersonEvent = PersonEventBody & Happened;
export type PlanEvent = PlanEventBody & Happened;
export type TaskEvent = TaskEventBody & Happened;
export type EscalationEvent = EscalationEventBody & Happened;
export type ActionEvent = ActionEventBody & Happened;
export type HomeEvent = HomeEventBody & Happened;

export function isOfAction(event: SpellEvent): event is ActionEvent {
  return 'actionId' in event.data;
}
