import type { Refusal } from '../../domain/result.ts';
import { refuse } from '../../domain/result.ts';
import type { AskTimes, ReportDesk } from './report-desk.ts';
import { wasCancelled } from './report-desk.ts';
import type { ReportRequest, ReportResult } from './report-request.ts';

/** Under way: how many of how many steps are done; 0 of 0 when nobody knows yet. */
export type Reading<Answer> =
  | { state: 'ready'; answer: Answer }
  | { state: 'working'; done: number; of: number }
  | { state: 'refused'; refusal: Refusal };

export const NOT_THERE = refuse('NOT_FOUND', 'There is no such figure in this report.');
export const BUSY = refuse(
  'UNAVAILABLE',
  'Many reports are being worked out just now. Try again soon.',
);
const FAILED = refuse('UNAVAILABLE', 'The report could not be worked out. Try again.');
const STOPPED = refuse('UNAVAILABLE', 'The report was stopped. Ask for it again.');

/**
 * Asks the reports' thread for whoever may have the answer: that was decided before. `take` answers
 * null for a result of another kind: there is no such thing.
 */
export async function askDesk<Answer>(
  desk: ReportDesk,
  request: ReportRequest,
  take: (result: ReportResult) => Answer | null,
  times: AskTimes = {},
): Promise<Reading<Answer>> {
  try {
    const asked = await desk.ask(keyOf(request), request, times);
    if (asked.state === 'busy') return refused(BUSY);
    if (asked.state === 'working') {
      const { isNew: _new, ...working } = asked;
      return working;
    }
    const answer = take(asked.result);
    return answer === null ? refused(NOT_THERE) : { state: 'ready', answer };
  } catch (error) {
    return refused(failure(error));
  }
}

export function refused(refusal: Refusal): { state: 'refused'; refusal: Refusal } {
  return { state: 'refused', refusal };
}

/** The same question on the same day has one answer, whoever asks and whenever. */
export function keyOf({ now: _now, ...request }: ReportRequest): string {
  return JSON.stringify(request);
}

export function failure(error: unknown): Refusal {
  return wasCancelled(error) ? STOPPED : FAILED;
}
