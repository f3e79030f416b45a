import { eddInWords, eddStatus } from '../../domain/delay/edd-status.ts';
import { followUpDueOn, followUpState } from '../../domain/housing/follow-up.ts';
import type { HomeAppointment, HomeStage } from '../../domain/housing/home-stage.ts';
import {
  HOME_STAGES,
  HOME_STAGE_NAMES,
  appointmentsOf,
  homeStage,
} from '../../domain/housing/home-stage.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { CalendarDay } from '../../domain/time.ts';
import { formatDay } from '../../domain/time.ts';
import { countDays } from '../count-words.ts';

/** Where a home stands on the list; whoever has left comes last, to be followed up. */
export type HomeGroupId = HomeStage | 'left';

export const HOME_GROUPS: readonly HomeGroupId[] = [...HOME_STAGES, 'left'];

export const HOME_GROUP_NAMES: Record<HomeGroupId, string> = {
  ...HOME_STAGE_NAMES,
  left: 'After discharge',
};

export type HomeGroup = { id: HomeGroupId; homes: Card[] };

/** Lightbulb is sent homes alone; of everybody the hub sees, those whose home has been worked on. */
export function isHomeCard(card: Card): boolean {
  return (
    card.home !== undefined ||
    card.pathway === 'lightbulb' ||
    card.housingSteps.length > 0 ||
    card.tasks.some(({ owner }) => owner === 'lightbulb')
  );
}

export function groupOf(card: Card): HomeGroupId {
  return card.dischargedOn === null ? homeStage(card.housingSteps) : 'left';
}

/**
 * The homes by how far they have come; within a group whoever is expected home first is first, and
 * after the discharge whoever is to be followed up first.
 */
export function groupHomes(cards: Iterable<Card>): HomeGroup[] {
  const homes = [...cards].filter(isHomeCard).sort(byEdd);
  return HOME_GROUPS.map((id) => {
    const ofGroup = homes.filter((card) => groupOf(card) === id);
    return { id, homes: id === 'left' ? ofGroup.sort(byFollowUp) : ofGroup };
  });
}

export function readGroup(text: string | null): HomeGroupId | null {
  return HOME_GROUPS.find((id) => id === text) ?? null;
}

function byEdd(a: Card, b: Card): number {
  const [x, y] = [a.edd ?? '9999', b.edd ?? '9999'];
  if (x !== y) return x < y ? -1 : 1;
  return a.person.name < b.person.name ? -1 : a.person.name > b.person.name ? 1 : 0;
}

function byFollowUp(a: Card, b: Card): number {
  const [x, y] = [a, b].map(({ housingSteps }) => followUpDueOn(housingSteps) ?? '9999');
  return x === y || x === undefined || y === undefined ? 0 : x < y ? -1 : 1;
}

/** `Follow-up due Fri 27 Nov, in 5 days`, `Follow-up overdue 2 days`; null where none is to come. */
export function followUpInWords({ housingSteps }: Card, today: CalendarDay): string | null {
  const state = followUpState(housingSteps, today);
  if (state === null) return null;
  const { kind, days, day } = state;
  if (kind === 'overdue') return `Follow-up overdue ${countDays(days)}`;
  return kind === 'today'
    ? 'Follow-up due today'
    : `Follow-up due ${formatDay(day)}, in ${countDays(days)}`;
}

/** `EDD Fri 27 Nov, in 5 days`, `EDD overdue 2 days`, `Left Fri 20 Nov`. */
export function eddOfHome({ edd, dischargedOn }: Card, today: CalendarDay): string {
  if (dischargedOn !== null) return `Left ${formatDay(dischargedOn)}`;
  const status = eddStatus(edd, today);
  if (status.kind !== 'later') return `EDD ${eddInWords(edd, today).toLowerCase()}`;
  return `EDD ${eddInWords(edd, today)}, in ${countDays(status.days)}`;
}

export type Visit = HomeAppointment & { card: Card };

/** What is to happen at every home, before and after the discharge, the earliest first. */
export function visitsOf(cards: Iterable<Card>): Visit[] {
  return [...cards]
    .filter((card) => isHomeCard(card) && card.isNotFollowedUp !== true)
    .flatMap((card) =>
      appointmentsOf(card.housingSteps, card.home?.equipmentDue).map((visit) => ({
        ...visit,
        card,
      })),
    )
    .sort((a, b) => (a.day === b.day ? byEdd(a.card, b.card) : a.day < b.day ? -1 : 1));
}
