import BetterSqlite from 'better-sqlite3';
import fc from 'fast-check';
import { writeInBulk } from '../../../db/bulk-writer.ts';
import { fillNewHub } from '../../../db/hub-contents.ts';
import { migrateConnection } from '../../../db/migrate.ts';
import { reportReader } from '../../../db/report-reader.ts';
import type { StoredEvent } from '../../../db/store.ts';
import { DESTINATIONS } from '../../../domain/spell/discharge.ts';
import { evolve } from '../../../domain/spell/evolve.ts';
import type { Spell } from '../../../domain/spell/state.ts';
import { addDays } from '../../../domain/time.ts';
import { NOW } from '../../factories/clock.ts';
import type { Step } from '../../factories/domain-histories.ts';
import { live, places, starts, steps } from '../../factories/domain-histories.ts';
import { MO, WARDS } from '../../factories/domain-spell.ts';
import { nhsNumberOf } from '../../factories/person.ts';

/** Whatever happened before, most of them are ready at some time, and leave at some time. */
const ending = fc.record({
  back: fc.integer({ min: 0, max: 3 }),
  wait: fc.integer({ min: 0, max: 45_000 }),
  destination: fc.constantFrom(...DESTINATIONS),
});
export const stayHistory = fc
  .record({ start: starts, place: places, taken: steps, ending: fc.option(ending) })
  .map(({ ending: end, taken, ...history }) => ({
    ...history,
    taken: end === null ? taken : [...taken, ...endingOf(end)],
  }));

type Ending = typeof ending extends fc.Arbitrary<infer Value> ? Value : never;

function endingOf({ back, wait, destination }: Ending): Step[] {
  return [
    {
      actor: MO,
      minutes: 30,
      order: (id, spell, today) => {
        const readyDate = addDays(today, -back);
        return { type: 'RecordNoCriteriaToReside', id, spellId: spell.id, readyDate };
      },
    },
    {
      actor: MO,
      minutes: wait,
      order: (id, spell, _today, at) => {
        return { type: 'DischargePatient', id, spellId: spell.id, at, destination };
      },
    },
  ];
}

/** A hub in which all of the histories happened, and its log. */
export function hubOf(histories: readonly Parameters<typeof live>[0][]) {
  const db = new BetterSqlite(':memory:');
  migrateConnection(db, { at: NOW });
  fillNewHub(db, {
    organisations: [{ id: 'RWE', name: 'Leicester', kind: 'acute', code: 'RWE', codeSystem: 'ods' }],
    sites: ['lri', 'gh'].map((id) => ({ id, name: id, organisationId: 'RWE' })),
    wards: [...WARDS.values()].map(({ id, name, siteId }) => ({ id, name, siteId })),
    mark: { epoch: 'epoch-of-tests', isDemo: false, demoDay: null },
  }); // prettier-ignore
  const events = histories.flatMap((history, index) => ofAnother(live(history).events, index));
  writeInBulk(db, (writer) => {
    const stays = new Map<string, { spell: Spell; seq: number }>();
    for (const event of events) {
      const spell = evolve(stays.get(event.spellId)?.spell ?? null, event);
      stays.set(event.spellId, { spell, seq: writer.addEvent(event, spell) });
    }
    for (const { spell, seq } of stays.values()) writer.addSpell(spell, seq);
  });
  return { reader: reportReader(db), events };
}

/** The same history of another person: every id and number is their own. */
function ofAnother(events: ReturnType<typeof live>['events'], index: number): StoredEvent[] {
  const text = JSON.stringify(events)
    .replaceAll('00000000-0000-4000-8000-', `${String(index).padStart(8, '0')}-0000-4000-8000-`)
    .replaceAll('9990000018', nhsNumberOf(index + 1));
  const copies = JSON.parse(text) as ReturnType<typeof live>['events']; // the same, but for ids
  return copies.map((event, at) => ({
    ...event,
    seq: at + 1,
    recordedAt: event.occurredAt,
    role: 'hub',
    organisation: 'Test',
    commandId: `${index}-${at}`,
  }));
}
