import type { ActorRef } from '../../actor.ts';
import type { TaskOwner } from '../../tasks/task-types.ts';
import type { CalendarDay } from '../../time.ts';
import type { ActionOutcome, ActionSource, Chase } from '../../actions/action.ts';

/** Each says whose the action is, as that decides who reads of it. */
type OfAction = { actionId: string; owner: TaskOwner };

/** What happened to what was agreed; the words are in the details. */
export type ActionEventBody =
  | {
      type: 'ActionAdded';
      data: OfAction & {
        person: ActorRef | null;
        dueOn: CalendarDay;
        source: ActionSource;
        /** The escalated task that it came from. */
        fromTaskId: string | null;
      };
      details: { what: string } | null;
    }
  | {
      type: 'ActionChanged';
      data: OfAction & {
        dueOn: CalendarDay;
        previous: CalendarDay;
        person: ActorRef | null;
        from: ActorRef | null;
      };
      details: { note: string } | null;
    }
  | {
      type: 'ActionChased';
      data: OfAction & { because: Chase['because']; dueOn: CalendarDay };
      details: { words: string } | null;
    }
  | {
      type: 'ActionFinished';
      data: OfAction & {
        outcome: ActionOutcome;
        /** Whether somebody of the team that had it says so. */
        byTeam: boolean;
      };
      details: { words: string } | null;
    };
