import { Form, Link } from '@remix-run/react';
import type { NoticeGroup, NoticeLine, NoticeSays } from '../../domain/notices/notice-view.ts';
import type { CalendarDay } from '../../domain/time.ts';
import { daysBetween, formatDay, formatTime } from '../../domain/time.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Tag } from '../components/tag.tsx';
import { TimeText } from '../components/time-text.tsx';
import { VisuallyHidden } from '../components/visually-hidden.tsx';
import { identityInWords, placeInWords } from '../identity-words.ts';

type GroupsProps = { groups: readonly NoticeGroup[]; today: CalendarDay; timeZone: string };

/** Day by day, and patient by patient, the newest first. */
export function NoticeGroups({ groups, today, timeZone }: GroupsProps) {
  if (groups.length === 0) {
    return (
      <EmptyState title="No notices">
        <p>
          When somebody gives you a task, asks you something or changes a date, it is told here.
        </p>
      </EmptyState>
    );
  }
  const days = [...new Set(groups.map(({ day }) => day))];
  return days.map((day) => (
    <section key={day} className="hub-notices__day" aria-labelledby={`day-${day}`}>
      <h2 className="nhsuk-heading-m" id={`day-${day}`}>
        {dayInWords(day, today)}
      </h2>
      {groups
        .filter((group) => group.day === day)
        .map((group) => (
          <Group key={group.patient?.id ?? ''} {...{ group, timeZone }} />
        ))}
    </section>
  ));
}

function Group({ group, timeZone }: { group: NoticeGroup; timeZone: string }) {
  const { patient, lines } = group;
  const name = patient?.person.name ?? 'No longer in your sight';
  return (
    <article className="hub-notice">
      <h3 className="hub-notice__who">
        {patient === null ? name : <Link to={`/spells/${patient.id}`}>{name}</Link>}
      </h3>
      {patient === null ? (
        <p className="hub-quiet">About patients or tasks that are no longer yours to see.</p>
      ) : (
        <p className="hub-quiet">
          {identityInWords(patient)}. {placeInWords(patient)}
        </p>
      )}
      <ul className="hub-lines">
        {lines.map((line) => (
          <Line key={line.id} {...{ line, timeZone }} spellId={patient?.id ?? null} />
        ))}
      </ul>
      <MarkRead {...{ lines, name }} />
    </article>
  );
}

type LineProps = { line: NoticeLine; spellId: string | null; timeZone: string };

function Line({ line, spellId, timeZone }: LineProps) {
  const { at, isRead, says } = line;
  return (
    <li className={isRead ? 'hub-notice__line' : 'hub-notice__line hub-notice__line--unread'}>
      {!isRead && <Tag colour="blue">Unread</Tag>}
      {says === null ? <span>Something changed</span> : <Says {...{ says, spellId }} />}
      <span className="hub-quiet">
        {says !== null && `${says.by.name}, `}
        <TimeText dateTime={at}>{formatTime(at, timeZone)}</TimeText>
      </span>
    </li>
  );
}

/** What is told of a task or an action leads to it. */
function Says({ says, spellId }: { says: NoticeSays; spellId: string | null }) {
  const { text, taskId, actionId } = says;
  const place = actionId === undefined ? taskId && `task-${taskId}` : `action-${actionId}`;
  if (spellId === null || place === null) return <span>{text}</span>;
  return <Link to={`/spells/${spellId}#${place}`}>{text}</Link>;
}

function MarkRead({ lines, name }: { lines: readonly NoticeLine[]; name: string }) {
  const unread = lines.filter(({ isRead }) => !isRead);
  if (unread.length === 0) return null;
  return (
    <Form method="post" action="/notices" preventScrollReset>
      {unread.map(({ id }) => (
        <input key={id} type="hidden" name="id" value={id} />
      ))}
      <Button name="intent" value="read" variant="secondary" size="small">
        Mark as read <VisuallyHidden>the notices about {name}</VisuallyHidden>
      </Button>
    </Form>
  );
}

function dayInWords(day: CalendarDay, today: CalendarDay): string {
  const days = daysBetween(day, today);
  if (days === 0) return 'Today';
  return days === 1 ? 'Yesterday' : formatDay(day);
}
