import type { FinishedStay } from './stay-facts.ts';
import { daysOfDelay } from './stay-facts.ts';

/**
 * The bands of the monthly discharge ready date statistics, in days of delay (NHS England;
 * handbook 6). Null: no end.
 */
export const DELAY_BANDS = [
  { id: 'none', name: 'No delay', from: 0, to: 0 },
  { id: '1', name: '1 day', from: 1, to: 1 },
  { id: '2-3', name: '2 to 3 days', from: 2, to: 3 },
  { id: '4-6', name: '4 to 6 days', from: 4, to: 6 },
  { id: '7-13', name: '7 to 13 days', from: 7, to: 13 },
  { id: '14-20', name: '14 to 20 days', from: 14, to: 20 },
  { id: '21', name: '21 days or more', from: 21, to: null },
] as const;
export type DelayBandId = (typeof DELAY_BANDS)[number]['id'];

export type DelayBandFigures = {
  id: DelayBandId;
  discharged: number;
  /** Of all discharges, 0 to 1; null where nobody was discharged. */
  shareOfDischarged: number | null;
  /** Of those delayed by a day or more; null for the band without delay, and where nobody was. */
  shareOfDelayed: number | null;
  /** Bed days lost by those in the band. */
  bedDays: number;
};

/** The measures of the monthly statistics, for the discharges of a month or any other set. */
export type ReadyDateStatistics = {
  discharged: number;
  /** Delayed by one day or more. */
  delayed: number;
  /** Bed days lost: the sum of everybody's days from ready to gone. */
  bedDays: number;
  /** Share discharged on their discharge ready date, 0 to 1. */
  shareOnReadyDate: number | null;
  /** Mean days of delay over all discharges, those without delay counting as 0. */
  meanIncludingZero: number | null;
  /** Mean days of delay over those delayed by one day or more. */
  meanExcludingZero: number | null;
  bands: DelayBandFigures[];
};

/**
 * The official monthly measures (NHS England, discharge ready date statistics; handbook 6). A
 * discharge belongs to the month of its date. A mean or share of nobody is null, never 0.
 */
export function readyDateStatistics(stays: readonly FinishedStay[]): ReadyDateStatistics {
  const delays = stays.map(daysOfDelay);
  const discharged = delays.length;
  const delayed = delays.filter((days) => days > 0).length;
  const bedDays = sum(delays);
  return {
    discharged,
    delayed,
    bedDays,
    shareOnReadyDate: ratio(discharged - delayed, discharged),
    meanIncludingZero: ratio(bedDays, discharged),
    meanExcludingZero: ratio(bedDays, delayed),
    bands: DELAY_BANDS.map(({ id }) => {
      const inBand = delays.filter((days) => isInBand(days, id));
      return {
        id,
        discharged: inBand.length,
        shareOfDischarged: ratio(inBand.length, discharged),
        shareOfDelayed: id === 'none' ? null : ratio(inBand.length, delayed),
        bedDays: sum(inBand),
      };
    }),
  };
}

/** What of the statistics can be opened into the people behind it. */
export const DISCHARGE_FIGURES = [
  'discharged',
  'delayed',
  ...DELAY_BANDS.map(({ id }) => `delay_${id}` as const),
] as const;
export type DischargeFigure = (typeof DISCHARGE_FIGURES)[number];

/** Whether somebody is behind a figure: the same rule that counts them. */
export function isBehindDischargeFigure(stay: FinishedStay, figure: DischargeFigure): boolean {
  const days = daysOfDelay(stay);
  if (figure === 'discharged') return true;
  if (figure === 'delayed') return days > 0;
  return DELAY_BANDS.some(({ id }) => figure === `delay_${id}` && isInBand(days, id));
}

function isInBand(days: number, bandId: DelayBandId): boolean {
  const band = DELAY_BANDS.find(({ id }) => id === bandId);
  return band !== undefined && days >= band.from && (band.to === null || days <= band.to);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Null when there is nothing to divide by. */
export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
