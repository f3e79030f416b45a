import type { HousingStepKey } from '../../domain/housing/housing-steps.ts';
import {
  HOUSING_STEP_NAMES,
  KEPT_BY,
  findStep,
  isDone,
} from '../../domain/housing/housing-steps.ts';
import { stepRecorded, tasksFinishedBy } from '../../domain/housing/step-recorded.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { CalendarDay } from '../../domain/time.ts';
import { formatDay } from '../../domain/time.ts';
import { taskTypeName } from '../../domain/tasks/catalogue.ts';
import { StatusShape } from '../components/status-shape.tsx';
import { useBoardState } from '../live/board-context.ts';
import { roomsInWords, stepDaysInWords } from '../step-words.ts';
import type { ReadForm } from './mark-form.tsx';
import { MarkForm } from './mark-form.tsx';

type HomeMarksProps = { card: Card; readForm: ReadForm };

/**
 * The two marks that the ward and the broker wait for; after the discharge, the follow-up, which is
 * first agreed.
 */
export function HomeMarks({ card, readForm }: HomeMarksProps) {
  const asOfDay = useBoardState((state) => state.asOfDay);
  const catalogue = useBoardState((state) => state.lookups.catalogue);
  const consequencesOf = (step: HousingStepKey) =>
    consequences(card, step, asOfDay).map((line) =>
      typeof line === 'string' ? line : `This finishes: ${taskTypeName(catalogue, line.type)}.`,
    );
  return (
    <div className="hub-home__marks">
      {marksOf(card).map((step) =>
        isDone(card.housingSteps, step) ? (
          <Done key={step} card={card} step={step} />
        ) : (
          <MarkForm key={step} {...{ card, step, readForm }} consequences={consequencesOf(step)} />
        ),
      )}
      {card.dischargedOn !== null && card.isNotFollowedUp !== true && (
        <MarkForm {...{ card, readForm }} step="followed_up" isPlan consequences={[]} />
      )}
    </div>
  );
}

function marksOf({ dischargedOn, isNotFollowedUp }: Card): HousingStepKey[] {
  if (dischargedOn === null) return ['clearance_done', 'home_ready'];
  return isNotFollowedUp === true ? [] : ['home_ready', 'followed_up'];
}

/** What somebody should know before they say that a home is ready: work outstanding, tasks it finishes. */
function consequences(
  card: Card,
  step: HousingStepKey,
  today: CalendarDay,
): (string | Card['tasks'][number])[] {
  if (step !== 'home_ready') return [];
  const steps = card.housingSteps;
  const outstanding = (['clearance_booked', 'work_booked'] as const).flatMap((booking) => {
    const day = findStep(steps, booking)?.plannedFor ?? null;
    if (day === null || isDone(steps, KEPT_BY[booking])) return [];
    return [`${HOUSING_STEP_NAMES[booking]} for ${formatDay(day)} and not marked done.`];
  });
  const finished = tasksFinishedBy(stepRecorded({ step }, today), steps, card.tasks);
  return [...outstanding, ...card.tasks.filter(({ id }) => finished.includes(id))];
}

type MarkProps = { card: Card; step: HousingStepKey };

function Done({ card, step }: MarkProps) {
  const held = findStep(card.housingSteps, step);
  if (held === null) return null;
  return (
    <p className="hub-home__done">
      <StatusShape shape="disc" />
      <span>
        <strong>{HOUSING_STEP_NAMES[step]}</strong> {stepDaysInWords(held)}
        {held.rooms.length > 0 && `, ${roomsInWords(held.rooms).toLowerCase()}`}{' '}
        <a href={`/spells/${card.id}#plan-home`}>Correct</a>
      </span>
    </p>
  );
}
