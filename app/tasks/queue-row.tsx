import type { MouseEvent } from 'react';
import { levelInWords } from '../../domain/escalation/escalation.ts';
import { isOfDistrict } from '../../domain/housing/follow-up.ts';
import { HOUSING_AUTHORITY_NAMES } from '../../domain/housing/housing-steps.ts';
import { formatNhsNumber } from '../../domain/persons/nhs-number.ts';
import { PLACE_NAMES } from '../../domain/persons/place.ts';
import type { Me } from '../../domain/protocol.ts';
import type { CardTask } from '../../domain/spell/card-task.ts';
import type { DueInWords } from '../../domain/tasks/due-in-words.ts';
import { dueInWords } from '../../domain/tasks/due-in-words.ts';
import {
  ASKED_OF_NAMES,
  TASK_OWNER_NAMES,
  TASK_STATE_NAMES,
  isWaiting,
} from '../../domain/tasks/task-types.ts';
import type { Instant } from '../../domain/time.ts';
import { formatBirthDate, formatInstant, formatTime } from '../../domain/time.ts';
import { CopyButton } from '../components/copy-button.tsx';
import { Tag } from '../components/tag.tsx';
import { VisuallyHidden } from '../components/visually-hidden.tsx';
import { canBePicked, pickedValue } from './queue-commands.ts';
import type { QueueRow } from './queue-rows.ts';
import type { QueueTab } from './queue-tabs.ts';
import { offersClaim } from './queue-tabs.ts';

type QueueRowProps = {
  row: QueueRow;
  tab: QueueTab;
  me: Pick<Me, 'id' | 'role'>;
  taskName: string;
  now: Instant;
  timeZone: string;
  isPending: boolean;
  isSelected: boolean;
  onOpen: (spellId: string, taskId: string) => void;
};

/** One task: why it matters, what it is, whose it is, and who the person is. */
export function QueueRowItem(props: QueueRowProps) {
  const { row, tab, me, taskName, isPending, isSelected, onOpen } = props;
  const { card, task, urgency } = row;
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen(card.id, task.id);
  };
  return (
    <li
      className={isSelected ? 'hub-queue__row hub-queue__row--selected' : 'hub-queue__row'}
      data-task-id={task.id}
      data-owner={task.owner}
    >
      <div className="hub-queue__pick">
        {canBePicked(row, tab, me.id) && (
          <input
            type="checkbox"
            name="task"
            value={pickedValue(row)}
            aria-label={`Choose ${taskName} for ${card.person.name}`}
          />
        )}
      </div>
      <div className="hub-queue__task">
        {tab !== 'done' && (
          <p
            className={urgency.tier < 2 ? 'hub-queue__why hub-queue__why--last' : 'hub-queue__why'}
          >
            {urgency.reason}
          </p>
        )}
        <p className="hub-queue__what">{taskName}</p>
        <TaskFacts {...props} />
      </div>
      <div className="hub-queue__person">
        <a className="hub-queue__name" href={`/spells/${card.id}#task-${task.id}`} onClick={open}>
          {card.person.name}
        </a>
        <Identity {...props} />
      </div>
      <div className="hub-queue__actions">
        {isPending && <span className="hub-quiet">Not saved yet</span>}
        {offersClaim(tab, task) && !isPending && (
          <button className="hub-button" name="claim" value={pickedValue(row)}>
            Claim{' '}
            <VisuallyHidden>
              {taskName} for {card.person.name}
            </VisuallyHidden>
          </button>
        )}
      </div>
    </li>
  );
}

function TaskFacts({ row, me, now, timeZone }: QueueRowProps) {
  const { task } = row;
  const due = task.dueAt === null ? null : dueInWords(task.dueAt, now, timeZone);
  return (
    <>
      <p className="hub-queue__facts">
        {TASK_OWNER_NAMES[task.owner]}. <span>{holderInWords(task, me.id, timeZone)}</span>
        {task.done === undefined && due !== null && (
          <>
            {' '}
            <span className={dueClass(due)}>{due.text}</span>
          </>
        )}
        {task.startsAt !== undefined && ` Starts ${formatInstant(task.startsAt, timeZone)}.`}
      </p>
      {task.escalation !== undefined && (
        <p className="hub-queue__facts">
          <Tag colour={task.escalation.isTakenOn ? 'orange' : 'red'}>
            Escalated to {levelInWords(task.escalation.level, task.owner)}
          </Tag>{' '}
          {formatInstant(task.escalation.at, timeZone)}
        </p>
      )}
      {task.question !== undefined && (
        <p className="hub-queue__facts">
          <Tag colour="yellow">
            Question for {ASKED_OF_NAMES[task.question.askedOf].toLowerCase()}
          </Tag>{' '}
          {task.question.by.name}, {formatInstant(task.question.at, timeZone)}
        </p>
      )}
    </>
  );
}

function dueClass({ isPassed, isSoon }: DueInWords): string | undefined {
  if (isPassed) return 'hub-queue__passed';
  return isSoon ? 'hub-queue__soon' : undefined;
}

function holderInWords(task: CardTask, meId: string, timeZone: string): string {
  const { done, claimedBy, state } = task;
  if (done !== undefined) return `Done by ${done.by.name}, ${formatTime(done.at, timeZone)}.`;
  if (claimedBy === null) return `${TASK_STATE_NAMES.open}.`;
  const who = claimedBy.id === meId ? 'You have it' : `${claimedBy.name} has it`;
  return isWaiting(state) ? `${who}. ${TASK_STATE_NAMES[state]}.` : `${who}.`;
}

function Identity({ row }: QueueRowProps) {
  const { person, ward, bed, place, district } = row.card;
  const { dateOfBirth, nhsNumber, socialCareId = null } = person;
  return (
    <>
      <p className="hub-queue__facts hub-numbers">
        Born {formatBirthDate(dateOfBirth)}.{' '}
        {nhsNumber === null || nhsNumber === undefined
          ? 'NHS number not known'
          : `NHS ${formatNhsNumber(nhsNumber)}`}
      </p>
      <p className="hub-queue__facts">
        {ward.name}
        {bed !== undefined && bed !== null && `, bed ${bed}`}, {ward.site}. {PLACE_NAMES[place]}
        {district !== undefined &&
          isOfDistrict(row.task) &&
          `, ${HOUSING_AUTHORITY_NAMES[district]}`}
      </p>
      {socialCareId !== null && (
        <p className="hub-queue__facts hub-queue__case">
          Case <span className="hub-numbers">{socialCareId}</span>{' '}
          <CopyButton text={socialCareId} label="Copy" about={`case number of ${person.name}`} />
        </p>
      )}
    </>
  );
}
