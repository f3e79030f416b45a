import type Database from 'better-sqlite3';
import { writeInBulk } from '../../../db/bulk-writer.ts';
import type { HubContents } from '../../../db/hub-contents.ts';
import { fillNewHub } from '../../../db/hub-contents.ts';
import { migrateConnection } from '../../../db/migrate.ts';
import { configureConnection } from '../../../db/open-database.ts';
import BetterSqlite from 'better-sqlite3';
import type { Actor } from '../../../domain/actor.ts';
import type { SpellCommandInput } from '../../../domain/spell/commands.ts';
import type { SpellEvent } from '../../../domain/spell/events.ts';
import { evolve } from '../../../domain/spell/evolve.ts';
import { parseCommand } from '../../../domain/spell/parse-command.ts';
import type { Spell, Wards } from '../../../domain/spell/state.ts';
import { DESTINATIONS } from '../../../domain/spell/discharge.ts';
import { PLACES } from '../../../domain/persons/place.ts';
import type { Instant } from '../../../domain/time.ts';
import { hubManager } from '../../factories/actor.ts';
import { NOW, minutesAfter } from '../../factories/clock.ts';
import { aContext, decideAllowed } from '../../factories/command.ts';
import { idOf } from '../../factories/ids.ts';
import { goldenDoings } from './golden-doings.ts';
import { goldenRounds } from './golden-rounds.ts';
import { aPersonDetails, nhsNumberOf } from '../../factories/person.ts';

/** Two trusts, an acute and a community one, with the wards of the golden month. */
export const GOLDEN_PLACES: Pick<HubContents, 'organisations' | 'sites' | 'wards' | 'areas'> = {
  organisations: [
    { id: 'uhl', name: 'University Hospitals of Leicester', kind: 'acute', code: 'RWE', codeSystem: 'ods' },
    { id: 'lpt', name: 'Leicestershire Partnership', kind: 'community', code: 'RT5', codeSystem: 'ods' },
  ],
  areas: [{ organisationId: 'uhl', validFrom: '2022-07-01', region: 'MIDLANDS', icb: 'QK1' }],
  sites: [
    { id: 'lri', name: 'Leicester Royal Infirmary', organisationId: 'uhl' },
    { id: 'gh', name: 'Glenfield Hospital', organisationId: 'uhl' },
    { id: 'eve', name: 'Evington Centre', organisationId: 'lpt' },
  ],
  wards: [
    { id: 'lri-23', name: 'Ward 23', siteId: 'lri' },
    { id: 'lri-31', name: 'Ward 31', siteId: 'lri' },
    { id: 'gh-24', name: 'Ward 24', siteId: 'gh' },
    { id: 'eve-1', name: 'Poplar Ward', siteId: 'eve' },
  ],
}; // prettier-ignore

const wards: Wards = new Map(
  GOLDEN_PLACES.wards.map(({ id, name, siteId }) => {
    const site = GOLDEN_PLACES.sites.find((each) => each.id === siteId);
    const place = { site: site?.name ?? '', provider: site?.organisationId ?? '' };
    return [id, { id, name, siteId, ...place }];
  }),
);

export function goldenDatabase(): Database.Database {
  const db = new BetterSqlite(':memory:');
  configureConnection(db);
  migrateConnection(db, { at: NOW });
  fillNewHub(db, {
    ...GOLDEN_PLACES,
    mark: { epoch: 'epoch-of-tests', isDemo: false, demoDay: null },
  });
  return db;
}

export type Order = { at: Instant; body: SpellCommandInput };
type Happened = { event: SpellEvent; after: Spell; at: Instant };

/**
 * Plays the stays of a page's table through the rules, with what was done for some of them, and
 * writes what happened, in order of time.
 */
export function playGoldenStays(
  db: Database.Database,
  rows: readonly Record<string, string>[],
  doings: readonly Record<string, string>[] = [],
  rounds: readonly Record<string, string>[] = [],
) {
  const played = rows.flatMap((row) => {
    const done = doings.find(({ No }) => No === row.No);
    const doing = done === undefined ? [] : goldenDoings(done);
    const own = rounds.filter(({ Stay }) => Stay === row.No);
    return play([...ordersOf(row), ...doing, ...goldenRounds(own)]);
  });
  played.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const last = new Map<string, { spell: Spell; seq: number }>();
  const { role, organisation } = hubManager();
  writeInBulk(db, (writer) => {
    played.forEach(({ event, after, at }, index) => {
      const stored = { ...event, role, organisation, commandId: idOf(index), recordedAt: at };
      last.set(event.spellId, { spell: after, seq: writer.addEvent(stored, after) });
    });
    for (const { spell, seq } of last.values()) writer.addSpell(spell, seq);
  });
}

function play(orders: readonly Order[]): Happened[] {
  const actor: Actor = hubManager();
  let spell: Spell | null = null;
  return [...orders]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .flatMap(({ at, body }): Happened[] => {
      const parsed = parseCommand(body);
      if (!parsed.ok) throw new Error(parsed.message);
      const decision = decideAllowed(spell, parsed.command, aContext({ now: at, actor, wards }));
      if (!decision.ok) throw new Error(`${body.type} at ${at}: ${decision.message}`);
      return decision.events.map((event) => {
        spell = evolve(spell, event);
        return { event, after: spell, at };
      });
    });
}

/** What a row of the table says was done, and when. */
function ordersOf(row: Record<string, string>): Order[] {
  const cell = (name: string) => row[name] ?? '';
  const number = Number(cell('No'));
  const spellId = idOf(number);
  let nextId = number * 1000;
  const id = () => idOf((nextId += 1));
  const [wardText = '', movedTo] = cell('Ward').split(' > ');
  const [wardId = '', flag] = wardText.split(' ');
  const admittedAt = instant(cell('Admitted'));
  const orders: Order[] = [
    {
      at: admittedAt,
      body: {
        type: 'AdmitPatient',
        id: spellId,
        wardId,
        admittedAt,
        isMaternity: flag === 'maternity',
        person: aPersonDetails({
          nhsNumber: nhsNumberOf(number),
          hospitalNumber: `S${number}`,
          dateOfBirth: cell('Born'),
          place: PLACES.find((place) => place === cell('Council')) ?? 'unknown',
        }),
      },
    },
  ];
  if (movedTo !== undefined) {
    const body = {
      type: 'TransferPatient' as const,
      id: id(),
      spellId,
      wardId: movedTo,
      bed: null,
    };
    orders.push({ at: minutesAfter(admittedAt, 24 * 60), body });
  }
  // In the morning, each a little after the one before.
  let minutes = 0;
  const onDay = (day: string) => {
    minutes += 5;
    const morning = minutesAfter(instant(`${day}T07:00Z`), minutes);
    return morning > admittedAt ? morning : minutesAfter(admittedAt, minutes);
  };
  for (const period of listed(cell('Ready'))) {
    const [started = '', metOn] = period.split('..');
    const [readyDate = '', recordedAt] = started.split('@');
    const at = recordedAt === undefined ? onDay(readyDate) : instant(recordedAt);
    orders.push({ at, body: { type: 'RecordNoCriteriaToReside', id: id(), spellId, readyDate } });
    if (metOn === undefined) continue;
    orders.push({
      at: onDay(metOn),
      body: { type: 'RecordCriteriaToReside', id: id(), spellId, metOn },
    });
  }
  const destination = DESTINATIONS.find((each) => each === cell('To')) ?? 'other';
  for (const gone of listed(cell('Gone'))) {
    const [time = '', isTakenBack] = gone.split(' (');
    const at = instant(time);
    orders.push({ at, body: { type: 'DischargePatient', id: id(), spellId, at, destination } });
    if (isTakenBack === undefined) continue;
    const body = { type: 'CancelDischarge' as const, id: id(), spellId };
    orders.push({ at: minutesAfter(at, 180), body });
  }
  return orders;
}

function listed(cell: string): string[] {
  return cell === '–' ? [] : cell.split(', ');
}

function instant(text: string): Instant {
  return new Date(text).toISOString();
}
