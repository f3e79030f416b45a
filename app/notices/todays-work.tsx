import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { NoticePatient } from '../../domain/notices/notice-view.ts';
import type { WaitingTask } from '../../domain/notices/todays-work.ts';
import { dueInWords } from '../../domain/tasks/due-in-words.ts';
import type { Instant } from '../../domain/time.ts';
import { formatInstant } from '../../domain/time.ts';
import { Tag } from '../components/tag.tsx';
import { countOf } from '../count-words.ts';
import { identityInWords, placeInWords } from '../identity-words.ts';

/** What is longest unseen; a page has all. */
const MOST_ESCALATED = 10;

type NamedTask = WaitingTask & { name: string };

/** A task, or without an id the stay itself. */
type NamedEscalation = {
  patient: NoticePatient;
  taskId: string | null;
  name: string;
  at: Instant;
};

type TodaysWorkProps = {
  due: readonly NamedTask[];
  unclaimedCount: number;
  overdueActions: { mine: number; team: number };
  /** Where the team's tasks are. */
  queueHref: string;
  asked: readonly NamedTask[];
  escalated: readonly NamedEscalation[];
  leaving: readonly { patient: NoticePatient; blockers: number }[];
  isWard: boolean;
  /** Teams that nobody may ask are not told that nobody does. */
  canBeAsked: boolean;
  /** Whether anything is escalated to such as them. */
  isAbove: boolean;
  now: Instant;
  timeZone: string;
};

/** Questions, targets and departures of today: three lists, each with its number. */
export function TodaysWork(props: TodaysWorkProps) {
  const {
    due,
    unclaimedCount,
    overdueActions,
    queueHref,
    asked,
    leaving,
    isWard,
    canBeAsked,
    isAbove,
    escalated,
    now,
    timeZone,
  } = props;
  return (
    <>
      {canBeAsked && (
        <Part
          id="asked"
          title="Asked of you"
          nothing="Nobody waits for an answer from you."
          items={asked}
          keyOf={(task) => task.taskId}
        >
          {(task) => (
            <Entry patient={task.patient} taskId={task.taskId}>
              {task.question?.by.name} asks about {task.name}
              {task.question !== null && (
                <span className="hub-quiet"> {formatInstant(task.question.at, timeZone)}</span>
              )}
            </Entry>
          )}
        </Part>
      )}
      {isAbove && (
        <Part
          id="escalated"
          title="Escalated to you"
          nothing="Nothing that is escalated to you waits to be taken on."
          items={escalated.slice(0, MOST_ESCALATED)}
          count={escalated.length}
          keyOf={({ taskId, patient }) => taskId ?? patient.id}
          more={<Link to="/escalations">All escalations</Link>}
        >
          {({ patient, taskId, name, at }) => (
            <Entry patient={patient} taskId={taskId}>
              {name} <span className="hub-quiet">escalated {formatInstant(at, timeZone)}</span>
            </Entry>
          )}
        </Part>
      )}
      <Part
        id="due"
        title="Yours, due today"
        nothing="Nothing that you have is due by the end of today."
        items={due}
        keyOf={(task) => task.taskId}
      >
        {(task) => <DueTask {...{ task, now, timeZone }} />}
      </Part>
      {unclaimedCount > 0 && (
        <p>
          <Link to={queueHref}>
            {unclaimedCount} {unclaimedCount === 1 ? 'more task' : 'more tasks'} of your team, which
            nobody has
          </Link>
          , {unclaimedCount === 1 ? 'is' : 'are'} due by the end of today.
        </p>
      )}
      <OverdueActions {...overdueActions} />
      <Part
        id="leaving"
        title="Leaving today"
        nothing={
          isWard
            ? 'No EDD on your wards is today.'
            : 'Nobody whom you have something to do for leaves today.'
        }
        items={leaving}
        keyOf={({ patient }) => patient.id}
      >
        {({ patient, blockers }) => (
          <Entry patient={patient}>
            {blockers === 0
              ? 'No open task blocks the discharge.'
              : `${blockers} ${blockers === 1 ? 'open task blocks' : 'open tasks block'} the discharge.`}
          </Entry>
        )}
      </Part>
    </>
  );
}

/** Nothing is said where nothing is overdue: then there is nothing to do. */
function OverdueActions({ mine, team }: TodaysWorkProps['overdueActions']) {
  if (mine + team === 0) return null;
  const parts = [
    ...(mine === 0
      ? []
      : [{ whose: 'mine', text: `${countOf(mine, 'action', 'actions')} of yours` }]),
    ...(team === 0
      ? []
      : [
          {
            whose: 'team',
            text: `${countOf(team, 'action', 'actions')} of your team, nobody’s by name`,
          },
        ]),
  ];
  return (
    <section className="hub-notices__day" aria-labelledby="overdue-actions">
      <h2 className="nhsuk-heading-m" id="overdue-actions">
        Overdue actions ({mine + team})
      </h2>
      <ul className="hub-lines">
        {parts.map(({ whose, text }) => (
          <li key={whose}>
            <Link to={`/actions?whose=${whose}&overdue=yes`}>{text}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function DueTask({ task, now, timeZone }: { task: NamedTask; now: Instant; timeZone: string }) {
  const due = task.dueAt === null ? null : dueInWords(task.dueAt, now, timeZone);
  return (
    <Entry patient={task.patient} taskId={task.taskId}>
      {task.name}
      {due !== null && (
        <>
          {' '}
          {due.isPassed ? (
            <Tag colour="red">{due.text}</Tag>
          ) : (
            <Tag colour="yellow">{due.text}</Tag>
          )}
        </>
      )}
      <span className="hub-quiet">
        {task.blocking ? ' Blocks the discharge.' : ' Does not block the discharge.'}
      </span>
    </Entry>
  );
}

type PartProps<Item> = {
  id: string;
  title: string;
  nothing: string;
  items: readonly Item[];
  /** How many there are, where not all are shown. */
  count?: number;
  more?: ReactNode;
  keyOf: (item: Item) => string;
  children: (item: Item) => ReactNode;
};

function Part<Item>(props: PartProps<Item>) {
  const { id, title, nothing, items, count = items.length, more, keyOf, children } = props;
  return (
    <section className="hub-notices__day" aria-labelledby={id}>
      <h2 className="nhsuk-heading-m" id={id}>
        {title} ({count})
      </h2>
      {items.length === 0 ? (
        <p className="hub-quiet">{nothing}</p>
      ) : (
        <ul className="hub-lines">
          {items.map((item) => (
            <li className="hub-notice" key={keyOf(item)}>
              {children(item)}
            </li>
          ))}
        </ul>
      )}
      {count > items.length && <p>{more}</p>}
    </section>
  );
}

type EntryProps = { patient: NoticePatient; taskId?: string | null; children: ReactNode };

function Entry({ patient, taskId = null, children }: EntryProps) {
  const place = taskId === null ? '' : `#task-${taskId}`;
  return (
    <>
      <h3 className="hub-notice__who">
        <Link to={`/spells/${patient.id}${place}`}>{patient.person.name}</Link>
      </h3>
      <p className="hub-quiet">
        {identityInWords(patient)}. {placeInWords(patient)}
      </p>
      <p>{children}</p>
    </>
  );
}
