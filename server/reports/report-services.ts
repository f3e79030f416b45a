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
import { targetOfChart } from '../../domain/reports/trend-targets.ts';
import type { Refusal } from '../../domain/result.ts';
import { refuse } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { readBy } from '../read-by.ts';
import type { Clock } from '../services.ts';
import type { AskedFile, FileDesk } from './file-desk.ts';
import type { ReportDesk } from './report-desk.ts';
import { newId } from '../new-id.ts';
import type { NationalServices } from './national-services.ts';
import { createNationalServices } from './national-services.ts';
import type { ReturnServices } from './return-services.ts';
import { createReturnServices } from './return-services.ts';
import type { TrendMarkServices } from './trend-mark-services.ts';
import { createTrendMarkServices } from './trend-mark-services.ts';
import type { TrendTargetServices } from './trend-target-services.ts';
import { createTrendTargetServices } from './trend-target-services.ts';
import type { AskedAt, ReportRequest, ReportResult } from './report-request.ts';
import { askedNow } from './report-request.ts';
import type { Reading } from './ask-desk.ts';
import { BUSY, askDesk, failure, keyOf, refused } from './ask-desk.ts';

/** As what a report is taken away, and which table of it; all of them without. */
type Wanted = { format: FileFormat; tableId: string | null };

/** What pages may ask of reports. */
export type ReportServices = {
  read(actor: Actor, question: ReportQuestion): Promise<Reading<ReportAnswer>>;
  /** The names behind a figure, noted before they are shown. */
  people(actor: Actor, behind: FigureQuestion): Promise<Reading<PeopleAnswer>>;
  /** Whom one person waited for, noted as a look at their record. */
  stay(actor: Actor, spellId: string, recorded: Instant | null): Promise<Reading<StayWaits>>;
  /** A report to take away (`FileDesk`). */
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
  /** What trends are to reach. */
  targets: TrendTargetServices;
  /** The official figures of a month, beside ours. */
  national: NationalServices;
  /** The returns of a day, signed and to be signed. */
  returns: ReturnServices;
  /** Gives up a report that is being worked out, the names behind a figure, or one person's days. */
  cancel(actor: Actor, question: ReportQuestion): Promise<void>;
  cancelPeople(actor: Actor, behind: FigureQuestion): void;
  cancelStay(actor: Actor, spellId: string, recorded: Instant | null): void;
};

const NOT_FOR_YOU = refuse('NOT_ALLOWED', 'Reports are for the discharge hub.');
const NOT_YET = refuse('INVALID', 'Choose a moment that has passed.');

type Deps = {
  desk: ReportDesk;
  store: Pick<Store, 'recordRead' | 'reportRecords'>;
  clock: Clock;
  files: FileDesk;
};

export function createReportServices(deps: Deps): ReportServices {
  const { desk, store, clock, files } = deps;

  const peopleRequest = (behind: FigureQuestion) => {
    return { ...askedNow(clock), kind: 'people' as const, behind };
  };
  const stayRequest = (spellId: string, recorded: Instant | null) => {
    return { ...askedNow(clock), kind: 'stay' as const, spellId, recorded };
  };

  /** With what people marked on it and its target, so that either is seen at once. */
  async function askedFor(question: ReportQuestion): Promise<AskedAt> {
    if (question.report !== 'trends') return askedNow(clock);
    const records = store.reportRecords;
    const [marks, targets] = await Promise.all([records.trendMarks(), records.trendTargets()]);
    return {
      ...askedNow(clock),
      marks: marksOfChart(marks, question),
      target: targetOfChart(targets, question),
    };
  }

  type Noted =
    | { kind: 'figure_opened' | 'export'; spellId: null; about: string }
    | { kind: 'spell_viewed'; spellId: string };

  async function note(actor: Actor, noted: Noted) {
    await store.recordRead({ ...readBy(actor, clock), ...noted });
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

  function giveUp(actor: Actor, request: ReportRequest): void {
    if (mayReadReports(actor)) desk.cancel(keyOf(request));
  }

  function isToCome(request: ReportRequest): boolean {
    return (recordedOf(request) ?? '') > request.now;
  }

  async function askedFile(question: ReportQuestion, wanted: Wanted): Promise<AskedFile> {
    const request = { ...(await askedFor(question)), kind: 'file' as const, question, ...wanted };
    return { key: keyOf(request), request, about: aboutQuestion(question) };
  }

  /** Why somebody gets no file of a question; null where they may. */
  function noFile(actor: Actor, { request }: AskedFile): Refusal | null {
    if (!mayReadReports(actor)) return NOT_FOR_YOU;
    return isToCome(request) ? NOT_YET : null;
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
      ...{ records: store.reportRecords, clock, desk, workOut },
      note: (actor, kind, about) => note(actor, { kind, spellId: null, about }),
    }),
    national: createNationalServices({ records: store.reportRecords, clock, desk, files }),
    marks: createTrendMarkServices({ records: store.reportRecords, clock }),
    targets: createTrendTargetServices({ records: store.reportRecords, clock }),
    async read(actor, question) {
      if (!mayReadReports(actor)) return refused(NOT_FOR_YOU);
      const request = { ...(await askedFor(question)), kind: 'answer' as const, question };
      return ask(actor, request, (result) => (result.kind === 'answer' ? result.answer : null));
    },
    async people(actor, behind) {
      const reading = await ask(actor, peopleRequest(behind), (result) =>
        result.kind === 'people' ? result.people : null,
      );
      if (reading.state === 'ready') {
        await note(actor, { kind: 'figure_opened', spellId: null, about: aboutFigure(behind) });
      }
      return reading;
    },
    async stay(actor, spellId, recorded) {
      const reading = await ask(actor, stayRequest(spellId, recorded), (result) =>
        result.kind === 'stay' ? result.stay : null,
      );
      if (reading.state === 'ready') await note(actor, { kind: 'spell_viewed', spellId });
      return reading;
    },
    async file(actor, question, wanted) {
      const asked = await askedFile(question, wanted);
      const no = noFile(actor, asked);
      return no === null ? files.take(actor, asked) : refused(no);
    },
    async prepareFile(actor, question, wanted) {
      const asked = await askedFile(question, wanted);
      const no = noFile(actor, asked);
      return no === null ? files.prepare(actor, asked) : refused(no);
    },
    async cancelFile(actor, question, wanted) {
      files.cancel(actor, (await askedFile(question, wanted)).key);
    },
    async cancel(actor, question) {
      giveUp(actor, { ...(await askedFor(question)), kind: 'answer', question });
    },
    cancelPeople(actor, behind) {
      giveUp(actor, peopleRequest(behind));
    },
    cancelStay(actor, spellId, recorded) {
      giveUp(actor, stayRequest(spellId, recorded));
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
    case 'by_code':
    case 'return':
      return request.recorded;
    case 'national_file':
      return request.file.recorded;
    case 'names':
    case 'tables':
      return null;
    case 'past_board':
    case 'past_plan':
      return request.at;
    default:
      return request satisfies never;
  }
}

function aboutQuestion(question: ReportQuestion): string {
  return `${question.report}?${paramsOf(question).toString()}`;
}

function aboutFigure({ question, figure, group }: FigureQuestion): string {
  return `${aboutQuestion(question)}&figure=${figure}&group=${group}`;
}
