import { addMonths, isMonth, monthOf } from '../../domain/reports/months.ts';
import { RECORDED_NAMES } from '../../domain/reports/recorded-moment.ts';
import { isInstant } from '../../domain/past/past-moment.ts';
import type { Clock } from '../../server/services.ts';
import type { NationalWanted, NationalWhich } from '../../server/reports/national-services.ts';
import { askedDay } from './asked-day.ts';

/** A month that is over, the last one by default, and by when what is ours had been recorded. */
export function readNationalWhich(params: URLSearchParams, clock: Clock): NationalWhich {
  const month = params.get('month');
  const last = addMonths(monthOf(askedDay(params, clock)), -1);
  const recorded = params.get(RECORDED_NAMES.at);
  return {
    month: month !== null && isMonth(month) && month <= last ? month : last,
    recorded: recorded !== null && isInstant(recorded) ? recorded : null,
  };
}

/** Which file an address asks for; not found where it names none. */
export function readNationalWanted(request: Request, clock: Clock): NationalWanted {
  const params = new URL(request.url).searchParams;
  const format = (['csv', 'xlsx'] as const).find((each) => each === params.get('format'));
  if (format === undefined) throw new Response(null, { status: 404 });
  return { ...readNationalWhich(params, clock), format };
}
