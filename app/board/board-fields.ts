import type { Role } from '../../domain/actor.ts';
import { DELAY_BANDS, delayBandOf } from '../../domain/delay/delay-bands.ts';
import { PLACES, PLACE_NAMES } from '../../domain/persons/place.ts';
import type { Me } from '../../domain/protocol.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { Ward } from '../../domain/spell/state.ts';
import { TASK_OWNERS, TASK_OWNER_NAMES, isOpenState } from '../../domain/tasks/task-types.ts';
import type { CalendarDay } from '../../domain/time.ts';
import { isCalendarDay } from '../../domain/time.ts';
import { EDD_RANGES, eddOptions, isEddChosen } from './edd-choices.ts';

/** What the board can be narrowed to, besides the counts, in the order shown. */
export const BOARD_FIELDS = ['site', 'ward', 'council', 'edd', 'delay', 'team'] as const;
export type BoardField = (typeof BOARD_FIELDS)[number];

/** What is chosen in each field; what is not there narrows nothing. */
export type FieldChoices = Readonly<Partial<Record<BoardField, string>>>;

export type FieldOption = { value: string; label: string; group?: string };

/** The wards to choose from, and the day. */
export type FieldContext = { wards: readonly Ward[]; asOfDay: CalendarDay };

type FieldRow = {
  label: string;
  /** Shown while nothing is chosen. */
  everyone: string;
  readers: readonly Role[];
  options: (context: FieldContext, chosen: FieldChoices) => FieldOption[];
  /** Whether a value in an address means anything, also when it is not offered just now. */
  isKnown: (value: string, context: FieldContext) => boolean;
  test: (value: string, context: FieldContext) => (card: Card) => boolean;
};

const EVERYBODY = ['ward', 'broker', 'housing', 'hub'] as const;
const CARE = ['ward', 'broker', 'hub'] as const;

const isHere = ({ dischargedOn }: Card) => dischargedOn === null;

const ROWS: Record<BoardField, FieldRow> = {
  site: {
    label: 'Hospital',
    everyone: 'All hospitals',
    readers: EVERYBODY,
    options: ({ wards }) =>
      [...new Map(wards.map(({ siteId, site }) => [siteId, site]))].map(([value, label]) => ({
        ...{ value, label },
      })),
    isKnown: (value, { wards }) => wards.some(({ siteId }) => siteId === value),
    test: (value, { wards }) => {
      const ofSite = new Set(wards.filter(({ siteId }) => siteId === value).map(({ id }) => id));
      return ({ ward }) => ofSite.has(ward.id);
    },
  },
  ward: {
    label: 'Ward',
    everyone: 'All wards',
    readers: EVERYBODY,
    options: ({ wards }, { site }) => {
      const offered = wards.filter(({ siteId }) => site === undefined || siteId === site);
      const hasManySites = new Set(offered.map(({ siteId }) => siteId)).size > 1;
      return offered.map(({ id: value, name: label, site: group }) =>
        hasManySites ? { value, label, group } : { value, label },
      );
    },
    isKnown: (value, { wards }) => wards.some(({ id }) => id === value),
    test:
      (value) =>
      ({ ward }) =>
        ward.id === value,
  },
  council: {
    label: 'Council',
    everyone: 'All councils',
    readers: ['ward', 'housing', 'hub'],
    options: () => PLACES.map((value) => ({ value, label: PLACE_NAMES[value] })),
    isKnown: (value) => PLACES.some((place) => place === value),
    test:
      (value) =>
      ({ place }) =>
        place === value,
  },
  edd: {
    label: 'EDD',
    everyone: 'Any EDD, or none',
    readers: EVERYBODY,
    options: ({ asOfDay }, { edd }) => eddOptions(asOfDay, edd),
    isKnown: (value) => EDD_RANGES.some(({ id }) => id === value) || isCalendarDay(value),
    test: (value, { asOfDay }) => {
      return (card) => isHere(card) && isEddChosen(card.edd, value, asOfDay);
    },
  },
  delay: {
    label: 'Delayed',
    everyone: 'Delayed or not',
    readers: CARE,
    options: () => DELAY_BANDS.map(({ id: value, name: label }) => ({ value, label })),
    isKnown: (value) => DELAY_BANDS.some(({ id }) => id === value),
    test: (value) => (card) => isHere(card) && delayBandOf(card.delayDays ?? 0)?.id === value,
  },
  team: {
    label: 'Open task of',
    everyone: 'Any team, or none',
    readers: CARE,
    options: () => TASK_OWNERS.map((value) => ({ value, label: TASK_OWNER_NAMES[value] })),
    isKnown: (value) => TASK_OWNERS.some((owner) => owner === value),
    test: (value) => (card) =>
      isHere(card) && card.tasks.some(({ state, owner }) => isOpenState(state) && owner === value),
  },
};

export type FieldHead = { id: BoardField } & Pick<FieldRow, 'label' | 'everyone'>;

/** The fields of a reader. A choice between one hospital is none, unless it is made already. */
export function fieldsFor(
  { role }: Pick<Me, 'role'>,
  { wards }: FieldContext,
  chosen: FieldChoices,
): FieldHead[] {
  const sites = new Set(wards.map(({ siteId }) => siteId));
  const isOneAlone: Partial<Record<BoardField, boolean>> = {
    site: sites.size <= 1,
    ward: wards.length <= 1,
  };
  return BOARD_FIELDS.filter((id) => ROWS[id].readers.some((reader) => reader === role))
    .filter((id) => isOneAlone[id] !== true || chosen[id] !== undefined)
    .map((id) => ({ id, label: ROWS[id].label, everyone: ROWS[id].everyone }));
}

export function fieldOptions(
  field: BoardField,
  context: FieldContext,
  chosen: FieldChoices,
): FieldOption[] {
  return ROWS[field].options(context, chosen);
}

/** Whether a value can be chosen by a reader: one that cannot counts as not chosen. */
export function isFieldValue(
  field: BoardField,
  value: string,
  { role }: Pick<Me, 'role'>,
  context: FieldContext,
): boolean {
  const { readers, isKnown } = ROWS[field];
  return readers.some((reader) => reader === role) && isKnown(value, context);
}

/** The cards that are what every field says. */
export function narrowCards(
  cards: readonly Card[],
  chosen: FieldChoices,
  context: FieldContext,
): readonly Card[] {
  const tests = BOARD_FIELDS.flatMap((field) => {
    const value = chosen[field];
    return value === undefined ? [] : [ROWS[field].test(value, context)];
  });
  return tests.length === 0 ? cards : cards.filter((card) => tests.every((test) => test(card)));
}

/** What is chosen, each as its field and its value: "Delayed: 7 to 13 days". */
export function fieldsInWords(chosen: FieldChoices, context: FieldContext): string[] {
  return BOARD_FIELDS.flatMap((field) => {
    const value = chosen[field];
    if (value === undefined) return [];
    const option = ROWS[field].options(context, chosen).find((offered) => offered.value === value);
    return [`${ROWS[field].label}: ${option?.label ?? value}`];
  });
}
