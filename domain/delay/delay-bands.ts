/** The bands of days delayed that the national statistics use, without "no delay" (handbook 6). */
export const DELAY_BANDS = [
  { id: '1', name: '1 day', from: 1, to: 1 },
  { id: '2-3', name: '2 to 3 days', from: 2, to: 3 },
  { id: '4-6', name: '4 to 6 days', from: 4, to: 6 },
  { id: '7-13', name: '7 to 13 days', from: 7, to: 13 },
  { id: '14-20', name: '14 to 20 days', from: 14, to: 20 },
  { id: '21', name: '21 days and more', from: 21, to: Number.POSITIVE_INFINITY },
] as const;
export type DelayBand = (typeof DELAY_BANDS)[number];

/** The band of whole days delayed; null for no delay. */
export function delayBandOf(delayDays: number): DelayBand | null {
  return DELAY_BANDS.find(({ from, to }) => delayDays >= from && delayDays <= to) ?? null;
}
