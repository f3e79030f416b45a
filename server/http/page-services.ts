import { describeFault } from '../logger.ts';
import type { Logger } from '../logger.ts';
import type { RequestServices } from '../services.ts';
import { NOT_SAVED, isStorageFault } from './faults.ts';

/**
 * The services as pages get them: when the database fails, what was asked for is refused, and what
 * was to be shown is answered with 503. Remix itself would call both a fault of the page.
 */
export function servicesForPages(
  services: RequestServices,
  { logger, requestId }: { logger: Logger; requestId: string },
): RequestServices {
  async function unless<Answer>(work: Promise<Answer>, refused: () => Answer): Promise<Answer> {
    try {
      return await work;
    } catch (fault) {
      if (!isStorageFault(fault)) throw fault;
      logger.error({ requestId, fault: describeFault(fault) }, 'page without its records');
      return refused();
    }
  }
  const notSaved = () => NOT_SAVED;
  const unavailable = () => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- Remix shows the page of a thrown status
    throw new Response(null, { status: 503 });
  };

  const { reports, past, notices, catalogue, longStayFiles } = services;
  return {
    ...services,
    reports: {
      ...reports,
      national: {
        ...reports.national,
        take: (actor, body, bytes) => unless(reports.national.take(actor, body, bytes), notSaved),
        beside: (actor, which) => unless(reports.national.beside(actor, which), unavailable),
        file: (actor, wanted) => unless(reports.national.file(actor, wanted), unavailable),
        prepareFile: (actor, wanted) =>
          unless(reports.national.prepareFile(actor, wanted), unavailable),
      },
      returns: {
        ...reports.returns,
        read: (actor, which, wanted) =>
          unless(reports.returns.read(actor, which, wanted), unavailable),
        change: (actor, body) => unless(reports.returns.change(actor, body), notSaved),
        list: (actor) => unless(reports.returns.list(actor), unavailable),
        ofDay: (actor, day) => unless(reports.returns.ofDay(actor, day), unavailable),
        file: (actor, which) => unless(reports.returns.file(actor, which), unavailable),
      },
      marks: {
        all: (actor) => unless(reports.marks.all(actor), unavailable),
        change: (actor, body) => unless(reports.marks.change(actor, body), notSaved),
      },
      targets: {
        all: (actor) => unless(reports.targets.all(actor), unavailable),
        set: (actor, body) => unless(reports.targets.set(actor, body), notSaved),
      },
      read: (actor, question) => unless(reports.read(actor, question), unavailable),
      cancel: (actor, question) => unless(reports.cancel(actor, question), unavailable),
      stay: (actor, spellId, recorded) =>
        unless(reports.stay(actor, spellId, recorded), unavailable),
      people: (actor, behind) => unless(reports.people(actor, behind), unavailable),
      file: (actor, question, wanted) => unless(reports.file(actor, question, wanted), unavailable),
      prepareFile: (actor, question, wanted) =>
        unless(reports.prepareFile(actor, question, wanted), unavailable),
    },
    longStayFiles: {
      ...longStayFiles,
      take: (actor, wanted) => unless(longStayFiles.take(actor, wanted), unavailable),
      prepare: (actor, wanted) => unless(longStayFiles.prepare(actor, wanted), unavailable),
    },
    past: {
      board: (actor, at) => unless(past.board(actor, at), unavailable),
      plan: (actor, spellId, at) => unless(past.plan(actor, spellId, at), unavailable),
    },
    notices: {
      ...notices,
      // Every page shows it: a database that fails takes the number away, not the page.
      unread: (actor) => unless(notices.unread(actor), () => 0),
      page: (actor) => unless(notices.page(actor), unavailable),
      markRead: (actor, which) => unless(notices.markRead(actor, which), unavailable),
      settings: (actor) => unless(notices.settings(actor), unavailable),
      setSettings: (actor, kinds) => unless(notices.setSettings(actor, kinds), unavailable),
    },
    catalogue: {
      editions: () => unless(catalogue.editions(), unavailable),
      preview: (actor, body) => unless(catalogue.preview(actor, body), notSaved),
      save: (actor, body) => unless(catalogue.save(actor, body), notSaved),
    },
    targetSettings: (actor) => unless(services.targetSettings(actor), unavailable),
    saveTargetSettings: (actor, body) => unless(services.saveTargetSettings(actor, body), notSaved),
    execute: (actor, body) => unless(services.execute(actor, body), notSaved),
    findByNhsNumber: (actor, number) => unless(services.findByNhsNumber(actor, number), notSaved),
    findPeople: (actor, search) => unless(services.findPeople(actor, search), notSaved),
    signIn: (credentials) => unless(services.signIn(credentials), notSaved),
    spellView: (actor, spellId) => unless(services.spellView(actor, spellId), unavailable),
    wardChanges: (actor, wardId) => unless(services.wardChanges(actor, wardId), unavailable),
    markLooked: (actor, wardId, seq) =>
      unless(services.markLooked(actor, wardId, seq), unavailable),
    signOut: () => unless(services.signOut(), unavailable),
  };
}
