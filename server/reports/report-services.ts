import type { Store } from '../../db/store.ts';
import type { Actor } from '../../domain/actor.ts';
import type {
  FileFormat,
  PeopleAnswer,
  ReportAnswer,
  ReportFile,
  StayWaits,
} from '../../domain/reports/report-answer.ts';
import type { FigureQuestion, ReportQuestion } from '../../domain/reports/report-question.ts';
import { paramsOf } from '../../domain/reports/report-question.ts';
import { mayReadReports } from '../../domain/reports/who-may-read.ts';
import { marksOfChart } from '../../domain/reports/trend-marks.ts';
import type { Refusal } from '../../domain/result.ts';
import { refuse } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { Clock } from '../services.ts';
import type { ReportDesk } from './report-desk.ts';
import { newId } from '../new-id.ts';
import type { NationalServices } from './national-services.ts';
import { createNationalServices } from './national-services.ts';
import type { ReturnServices } from './return-services.ts';
import { createReturnServices } from './return-services.ts';
import type { TrendMarkServices } from './trend-mark-services.ts';
import { createTrendMarkServices } from './trend-mark-services.ts';
import type { AskedAt, ReportRequest, ReportResult } from './report-request.ts';
import type { Reading } from './ask-desk.ts';
import { BUSY, NOT_THERE, askDesk, failure, keyOf, refused } from './ask-desk.ts';

/** As what a report is taken away, and which table of it; all of them without. */
type Wanted = { format: FileFormat; tableId: string | null };

/** What pages may ask of reports. */
export type ReportServices = {
  read(actor: Actor, question: ReportQuestion): Promise<Reading<ReportAnswer>>;
  /** The names behind a figure, noted before they are shown. */
  people(actor: Actor, behind: FigureQuestion): Promise<Reading<PeopleAnswer>>;
  /** Whom one person waited for, noted as a look at their record. */
  stay(actor: Actor, spellId: string, recorded: Instant | null): Promise<Reading<StayWaits>>;
  /**
   * A report to take away, noted before it is handed over. What takes longer than a few seconds is
   * made meanwhile, for whoever asked alone, and can be fetched for some minutes.
   */
  file(actor: Actor, question: ReportQuestion, wanted: Wanted): Promise<Reading<ReportFile>>;
  /** How far such a file is. */
  prepareFile(
    actor: Actor,
    question: ReportQuestion,
    wanted: Wanted,
  ): Promise<Reading<{ name: string }>>;
  cancelFile(actor: Actor, question: ReportQuestion, wanted: Wanted): Promise<void>;
  /** What people know about trends. */
  marks: TrendMarkServices;
  /** The official figures of a month, beside ours. */
  national: NationalServices;
  /** The returns of a day, signed and to be signed. */
  returns: ReturnServices;
  /** Gives up a report that is being worked out. */
  cancel(actor: Actor, question: ReportQuestion): Promise<void>;
};

const NOT_FOR_YOU = refuse('NOT_ALLOWED', 'Reports are for the discharge hub.');
const NOT_YET = refuse('INVALID', 'Choose a moment that has passed.');

type Deps = {
  desk: ReportDesk;
  store: Pick<Store, 'recordRead' | 'reportRecords'>;
  clock: Clock;
  /** So long a file is waited for before it is said how far it is. */
  fileWaitMs?: number;
};

const FILE_WAIT_MS = 5_000;
const FILE_KEEP_MS = 5 * 60_000;

export function createReportServices(deps: Deps): ReportServices {
  const { desk, store, clock, fileWaitMs = FILE_WAIT_MS } = deps;
  const askedAt = () => ({ now: clock.now(), today: clock.today(), timeZone: clock.timeZone });

  /** With what people marked on it, so that a mark is seen at once. */
  async function askedFor(question: ReportQuestion): Promise<AskedAt> {
    if (question.report !== 'trends') return askedAt();
    return { ...askedAt(), marks: marksOfChart(await store.reportRecords.trendMarks(), question) };
  }

  type Noted =
    | { kind: 'figure_opened' | 'export'; spellId: null; about: string }
    | { kind: 'spell_viewed'; spellId: string };

  async function note({ id: actorId, name: actorName, role }: Actor, noted: Noted) {
    await store.recordRead({ at: clock.now(), actorId, actorName, role, ...noted });
  }

  /** `take` answers null for a result of another kind: there was no such figure. */
  async function ask<Answer>(
    actor: Actor,
    request: ReportRequest,
    take: (result: ReportResult) => Answer | null,
  ): Promise<Reading<Answer>> {
    if (!mayReadReports(actor)) return refused(NOT_FOR_YOU);
    if (isToCome(request)) return refused(NOT_YET);
    return askDesk(desk, request, take);
  }

  function isToCome(request: ReportRequest): boolean {
    return (recordedOf(request) ?? '') > request.now;
  }

  async function fileRequest(question: ReportQuestion, wanted: Wanted): Promise<ReportRequest> {
    return { ...(await askedFor(question)), kind: 'file', question, ...wanted };
  }

  /** A file, or how far it is; that one is made that takes a while is noted. */
  async function fileOf(
    actor: Actor,
    question: ReportQuestion,
    wanted: Wanted,
    waitMs?: number,
  ): Promise<Reading<ReportFile>> {
    if (!mayReadReports(actor)) return refused(NOT_FOR_YOU);
    const request = await fileRequest(question, wanted);
    if (isToCome(request)) return refused(NOT_YET);
    const times = { keepMs: FILE_KEEP_MS, ...(waitMs === undefined ? {} : { waitMs }) };
    try {
      const asked = await desk.ask(fileKeyOf(actor, request), request, times);
      if (asked.state === 'busy') return refused(BUSY);
      if (asked.state === 'ready') {
        const { result } = asked;
        if (result.kind !== 'file') return refused(NOT_THERE);
        return { state: 'ready', answer: result.file };
      }
      const { isNew, ...working } = asked;
      const about = `${aboutQuestion(question)} being made`;
      if (isNew) await note(actor, { kind: 'export', spellId: null, about });
      return working;
    } catch (error) {
      return refused(failure(error));
    }
  }

  /** For a question that is asked once, and never answered from what is kept. */
  async function workOut(request: ReportRequest): Promise<ReportResult | Refusal> {
    try {
      return (await desk.finish(newId(), request)) ?? BUSY;
    } catch (error) {
      return failure(error);
    }
  }

  return {
    returns: createReturnServices({
      ...{ records: store.reportRecords, clock, workOut },
      note: (actor, kind, about) => note(actor, { kind, spellId: null, about }),
    }),
    national: createNationalServices({ records: store.reportRecords, clock, workOut }),
    marks: createTrendMarkServices({ records: store.reportRecords, clock }),
    async read(actor, question) {
      if (!mayReadReports(actor)) return refused(NOT_FOR_YOU);
      const request = { ...(await askedFor(question)), kind: 'answer' as const, question };
      return ask(actor, request, (result) => (result.kind === 'answer' ? result.answer : null));
    },
    async people(actor, behind) {
      const reading = await ask(actor, { ...askedAt(), kind: 'people', behind }, (result) =>
        result.kind === 'people' ? result.people : null,
      );
      if (reading.state === 'ready') {
        await note(actor, { kind: 'figure_opened', spellId: null, about: aboutFigure(behind) });
      }
      return reading;
    },
    async stay(actor, spellId, recorded) {
      const request = { ...askedAt(), kind: 'stay' as const, spellId, recorded };
      const reading = await ask(actor, request, (result) =>
        result.kind === 'stay' ? result.stay : null,
      );
      if (reading.state === 'ready') await note(actor, { kind: 'spell_viewed', spellId });
      return reading;
    },
    async file(actor, question, wanted) {
      const reading = await fileOf(actor, question, wanted, fileWaitMs);
      if (reading.state === 'ready') {
        const about = `${aboutQuestion(question)} as ${reading.answer.name}`;
        await note(actor, { kind: 'export', spellId: null, about });
      }
      return reading;
    },
    async prepareFile(actor, question, wanted) {
      const reading = await fileOf(actor, question, wanted);
      if (reading.state !== 'ready') return reading;
      return { state: 'ready', answer: { name: reading.answer.name } };
    },
    async cancelFile(actor, question, wanted) {
      if (!mayReadReports(actor)) return;
      const request = await fileRequest(question, wanted);
      desk.cancel(fileKeyOf(actor, request));
    },
    async cancel(actor, question) {
      if (!mayReadReports(actor)) return;
      desk.cancel(keyOf({ ...(await askedFor(question)), kind: 'answer', question }));
    },
  };
}

/** By when what a request asks for had been recorded; null for what is recorded now. */
function recordedOf(request: ReportRequest): Instant | null {
  switch (request.kind) {
    case 'answer':
    case 'file':
      return request.question.recorded;
    case 'people':
      return request.behind.question.recorded;
    case 'stay':
      return request.recorded;
    case 'by_code':
    case 'return':
    case 'names':
      return null;
    case 'past_board':
    case 'past_plan':
      return request.at;
    default:
      return request satisfies never;
  }
}

/** A file is of whoever had it made. */
function fileKeyOf({ id }: Actor, request: ReportRequest): string {
  return `${id} ${keyOf(request)}`;
}

function aboutQuestion(question: ReportQuestion): string {
  return `${question.report}?${paramsOf(question).toString()}`;
}

function aboutFigure({ question, figure, group }: FigureQuestion): string {
  return `${aboutQuestion(question)}&figure=${figure}&group=${group}`;
}
