import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor, ActorRole } from '../../../../domain/actor.ts';
import { escalated } from '../../../../domain/escalation/escalated.ts';
import { projectCard, rederive } from '../../../../domain/spell/card.ts';
import type { NoteReaders } from '../../../../domain/spell/notes.ts';
import { NOTE_READERS, canReadNote } from '../../../../domain/spell/notes.ts';
import type { HistoryEvent, SpellView } from '../../../../domain/spell/spell-view.ts';
import { projectSpellView } from '../../../../domain/spell/spell-view.ts';
import { evolve } from '../../../../domain/spell/evolve.ts';
import type { Spell } from '../../../../domain/spell/state.ts';
import { DEFAULT_CATALOGUE } from '../../../../domain/tasks/default-catalogue.ts';
import type { CalendarDay } from '../../../../domain/time.ts';
import { addDays, calendarDay } from '../../../../domain/time.ts';
import type { SpellCommandInput } from '../../../../domain/spell/commands.ts';
import type { History } from '../../../factories/domain-histories.ts';
import { live, places, starts, steps } from '../../../factories/domain-histories.ts';
import {
  BELA,
  GONE,
  HANNAH,
  LONDON,
  MO,
  PRIYA,
  SPELL_ID,
  TODAY,
  WARDS,
  aPerson,
  aSpell,
  aTask,
  idOf,
  when,
} from '../../../factories/domain-spell.ts';

const SEED = 20_261_122;
const stays = fc.record({ start: starts, place: places, taken: steps });

const viewOf = ({ spell, events, now }: History, reader: Actor): SpellView =>
  projectSpellView(spell, events.length, events, reader, {
    wards: WARDS,
    asOfDay: calendarDay(now, LONDON),
    catalogue: DEFAULT_CATALOGUE,
    timeZone: LONDON,
    journey: [],
    otherOpenStays: [],
    colleagues: [],
  });

const cardOf = (spell: Spell, reader: Actor, asOfDay: CalendarDay = TODAY) =>
  projectCard(spell, 4, reader, {
    ...{ wards: WARDS, asOfDay, catalogue: DEFAULT_CATALOGUE, timeZone: LONDON },
  });

/** All names of fields anywhere in a value. */
function fieldsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(fieldsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...fieldsIn(inner)]);
}

const CLINICAL_FIELDS = [
  ...['nhsNumber', 'socialCareId', 'hospitalNumber', 'bed', 'specialty', 'patientClass', 'stay'],
  ...['pathway', 'pathwayRecommended', 'pathwayAgreed', 'nationalPathway', 'pathwaySet', 'stage'],
  'isReferred',
  ...['dischargeReadyDate', 'delayDays', 'lengthOfStay', 'admittedOn', 'admittedAt'],
  ...['nctrPeriods', 'lastReviewAt', 'criteria', 'reason', 'destination', 'primaryReason'],
  ...['clinicalCriteria', 'lastReviewCriteria', 'reviewDueAt', 'journey'],
];

const ABOUT_HOMES = ['HousingStepRecorded', 'InterimPlanSet', 'HomeDetailsSet'];

describe('what Lightbulb staff are sent', () => {
  it('has no number, pathway, stage, delay, bed or other team’s task, in any stay', () => {
    fc.assert(
      fc.property(stays, (stay) => {
        const history = live(stay);
        const view = viewOf(history, HANNAH);
        const fields = new Set(fieldsIn(view));
        expect(CLINICAL_FIELDS.filter((name) => fields.has(name))).toEqual([]);
        expect(
          [...view.tasks, ...view.card.tasks].every((task) => task.owner === 'lightbulb'),
        ).toBe(true);
        // The hub may give them any task, also one with such a name.
        const text = JSON.stringify(view).replaceAll(/pathway[ _]decision/gi, 'task');
        expect(text).not.toMatch(/9990000018|999 000 0018|BED-7|LAS-778|S1234567/);
        expect(text).not.toMatch(/pathway|criteria|nctr|ready since|Set EDD|Admitted to/i);
      }),
      { numRuns: 1_000, seed: SEED },
    );
  });

  it('has free text only from notes for everyone, of homes, their own, and their own tasks', () => {
    fc.assert(
      fc.property(stays, (stay) => {
        const history = live(stay);
        const view = viewOf(history, HANNAH);
        const own = new Set(view.tasks.map((task) => task.id));
        for (const note of view.notes) {
          expect(note.visibleTo === 'everyone' || note.author.id === HANNAH.id).toBe(true);
        }
        for (const line of view.history) {
          const event = history.events.find(({ seq }) => seq === line.seq);
          if (event !== undefined && ABOUT_HOMES.includes(event.type)) continue;
          if (event?.type.startsWith('Action')) {
            expect(event.data).toMatchObject({ owner: 'lightbulb' });
            if (line.role !== 'housing') expect(line.text).not.toMatch(/round|review|escalation/);
            continue;
          }
          expect(own.has(event?.taskId ?? '')).toBe(true);
          const then = history.events
            .filter(({ seq }) => seq <= line.seq)
            .reduce<Spell | null>(evolve, null);
          const task = then?.tasks.find(({ id }) => id === event?.taskId);
          expect(task?.owner === 'lightbulb' || line.by.id === HANNAH.id).toBe(true);
          if (event?.type === 'TaskCancelled' && line.role !== 'housing') {
            expect(line.text).not.toMatch(/: |SECRET/);
          }
        }
        for (const { questions, providers, raised } of view.tasks) {
          expect(raised === null || raised.owner === 'lightbulb').toBe(true);
          expect(questions.every(({ owner }) => owner === 'lightbulb')).toBe(true);
          expect(providers).toEqual([]);
        }
        for (const { owner, agreed, ended } of view.actions) {
          expect([owner, agreed]).toEqual(['lightbulb', undefined]);
          const isWhyNot = ended?.outcome === 'not_needed' && !ended.byTeam;
          expect(isWhyNot && ended.words !== null).toBe(false);
        }
        const tasks = view.tasks.map(
          ({ questions: _asked, outcome: _outcome, raised: _raised, ...task }) => task,
        );
        const {
          notes: _notes,
          history: _history,
          home: _home,
          ...rest
        } = { ...view, tasks, actions: [] };
        const { home: _facts, ...card } = rest.card;
        expect(JSON.stringify({ ...rest, card })).not.toContain('SECRET');
      }),
      { numRuns: 1_000, seed: SEED },
    );
  });

  it('has nothing of what the hub wrote about an escalation while the task was the hub’s', () => {
    const clearance = aTask({ owner: 'lightbulb', type: 'home_clearance', escalation: null });
    const about = { spellId: SPELL_ID, taskId: idOf(50) };
    const orders: [Actor, SpellCommandInput][] = [
      [HANNAH, { ...about, id: idOf(70), type: 'Escalate', to: 'hub', need: 'A skip' }],
      [HANNAH, { ...about, id: idOf(71), type: 'DeclineTask', reason: 'other', note: 'Not ours' }],
      [
        MO,
        {
          ...about,
          id: idOf(72),
          type: 'AcknowledgeEscalation',
          seen: null,
          action: 'SECRET call',
        },
      ],
      [MO, { ...about, id: idOf(73), type: 'AssignTask', owner: 'lightbulb' }],
    ];
    const spell = orders.reduce<Spell | null>(
      (now, [actor, order]) => {
        const { answer, after } = when(now, actor, order);
        expect([order.type, answer.ok]).toEqual([order.type, true]);
        return after;
      },
      aSpell({ tasks: [clearance] }),
    );
    if (spell === null) throw new Error('The stay is there');
    const view = viewOf({ spell, events: [], now: '2026-11-22T14:00:00.000Z' }, HANNAH);
    const listed = escalated([spell], HANNAH);
    expect(listed).toHaveLength(1);
    expect(JSON.stringify([view.tasks, listed.map(({ raised }) => raised)])).not.toContain(
      'SECRET',
    );
    expect(JSON.stringify(viewOf({ spell, events: [], now: '2026-11-22T14:00:00.000Z' }, MO))).toContain('SECRET'); // prettier-ignore
  });

  it('is not told of the set that a task came with, whose name tells of the rest of it', () => {
    const spell = aSpell({ tasks: [aTask({ owner: 'lightbulb', type: 'key_safe' })] });
    const added: HistoryEvent = {
      ...{ type: 'TaskAdded', spellId: SPELL_ID, taskId: idOf(50), by: PRIYA, seq: 1 },
      ...{ role: 'ward', occurredAt: '2026-11-20T09:00:00.000Z', details: null },
      recordedAt: '2026-11-20T09:00:00.000Z',
      data: {
        ...{ taskType: 'key_safe', owner: 'lightbulb', dueAt: null, blocking: true },
        fromSet: 'Home with a package of care',
      },
    };
    const history = { spell, events: [added], now: '2026-11-22T14:00:00.000Z' };
    const line = (reader: Actor) => viewOf(history, reader).history.map(({ text }) => text);
    expect(line(HANNAH)).toEqual(['Added task: Key safe, keys, access']);
    expect(line(PRIYA).join()).toContain('of the set “Home with a package of care”');
  });

  it('has of a task that was another team’s nothing from before it became theirs', () => {
    const spell = aSpell({ tasks: [aTask({ owner: 'social_care', type: 'care_package' })] });
    const about = { spellId: SPELL_ID, taskId: idOf(50) };
    const orders: [Actor, SpellCommandInput][] = [
      [BELA, { ...about, id: idOf(70), type: 'ClaimTask', note: 'SECRET: not safe at home' }],
      [BELA, { ...about, id: idOf(71), type: 'DeclineTask', reason: 'other', note: 'SECRET' }],
      [MO, { ...about, id: idOf(72), type: 'AssignTask', owner: 'lightbulb', note: 'Key at 4' }],
      [HANNAH, { ...about, id: idOf(73), type: 'StartTask' }],
      [PRIYA, { ...about, id: idOf(74), type: 'CancelTask', reason: 'condition_deteriorated' }],
    ];
    const added = { taskType: 'care_package', owner: 'social_care', dueAt: null } as const;
    let now = spell;
    const events: HistoryEvent[] = [
      {
        ...{ type: 'TaskAdded', spellId: SPELL_ID, taskId: idOf(50), by: MO, seq: 1, role: 'hub' },
        ...{ data: { ...added, blocking: true }, details: { note: 'SECRET' } },
        occurredAt: '2026-11-20T09:00:00.000Z',
        recordedAt: '2026-11-20T09:00:00.000Z',
      },
    ];
    for (const [actor, order] of orders) {
      const { events: happened, after } = when(now, actor, order);
      now = after ?? now;
      for (const event of happened) {
        const { occurredAt: recordedAt } = event;
        events.push({ ...event, recordedAt, seq: events.length + 1, role: actor.role });
      }
    }
    const history = { spell: now, events, now: '2026-11-22T14:00:00.000Z' };
    expect(viewOf(history, HANNAH).history.map((line) => line.text)).toEqual([
      'Assigned Package of care sourcing to Lightbulb (Key at 4)',
      'Started Package of care sourcing',
      'Cancelled Package of care sourcing',
    ]);
    expect(viewOf(history, BELA).history).toHaveLength(6);
    expect(viewOf(history, BELA).history.at(-1)?.text).toBe(
      'Cancelled Package of care sourcing: condition has deteriorated',
    );
  });

  it('has what they need: name, birth date, address, ward, EDD, tasks, access, needs and risk', () => {
    const tasks = [aTask({ owner: 'lightbulb', type: 'home_clearance' }), aTask({ id: idOf(51) })];
    const history = { spell: aSpell({ tasks }), events: [], now: '2026-11-22T14:00:00.000Z' };
    expect(viewOf(history, HANNAH)).toMatchObject({
      card: {
        person: {
          name: 'PATEL, Asha',
          dateOfBirth: '1941-03-04',
          address: '12 Elm Road, Leicester, LE2 1AA',
        },
        ward: { id: 'w15', name: 'Ward 15', site: 'Leicester Royal Infirmary' },
        edd: null,
        tasks: [{ type: 'home_clearance' }],
        communicationNeeds: ['Interpreter: Gujarati', 'Large print'],
        riskToStaff: true,
      },
      tasks: [{ type: 'home_clearance' }],
      accessContact: 'Daughter, 07700 900123',
    });
  });
});

describe('what the care roles are sent', () => {
  it.each([
    ['a ward', PRIYA],
    ['a broker', BELA],
    ['the hub', MO],
  ])('%s: the whole card', (_who, reader) => {
    const spell = aSpell({
      nctrPeriods: [{ startedOn: '2026-11-18', endedOn: null, endedBy: null }],
      tasks: [aTask()],
    });
    const card = cardOf(spell, reader);
    expect(card).toEqual({
      id: spell.id,
      seq: 4,
      person: {
        name: 'PATEL, Asha',
        dateOfBirth: '1941-03-04',
        nhsNumber: '9990000018',
        socialCareId: 'LAS-778',
      },
      place: 'leicester',
      ward: { id: 'w15', name: 'Ward 15', site: 'Leicester Royal Infirmary' },
      bed: 'B4',
      edd: null,
      dischargedOn: null,
      tasks: [
        {
          id: idOf(50),
          type: 'medicines',
          owner: 'ward',
          state: 'open',
          blocking: true,
          blockingSince: '2026-11-20T09:00:00.000Z',
          claimedBy: null,
          dueAt: null,
        },
      ],
      noteCount: 0,
      communicationNeeds: ['Interpreter: Gujarati', 'Large print'],
      riskToStaff: true,
      housingSteps: [],
      admittedOn: '2026-11-10',
      pathway: 'none_set',
      pathwayRecommended: 'none_set',
      pathwayAgreed: 'none_set',
      nationalPathway: null,
      stage: 'ready_waiting',
      isReferred: false,
      dischargeReadyDate: '2026-11-18',
      delayDays: 4,
      lengthOfStay: 12,
      primaryReason: 'H5',
    });
  });

  const DONE = { state: 'done', completedBy: { id: 'tom', name: 'Tom Ellis' } } as const;
  it.each([
    ['to be done', { state: 'waiting_family' }, true],
    ['done today', { ...DONE, completedAt: '2026-11-22T00:00:00.000Z' }, true],
    ['done yesterday', { ...DONE, completedAt: '2026-11-21T23:59:59.000Z' }, false],
    ['cancelled', { state: 'cancelled' }, false],
  ] as const)('a card has what is %s: %o', (_what, facts, isThere) => {
    const task = aTask({ type: 'key_safe', owner: 'lightbulb', ...facts });
    for (const reader of [PRIYA, BELA, MO, HANNAH]) {
      const spell = aSpell({ tasks: [task] });
      expect(cardOf(spell, reader).tasks.map(({ id }) => id)).toEqual(isThere ? [task.id] : []);
      const view = viewOf({ spell, events: [], now: '2026-11-22T14:00:00.000Z' }, reader);
      expect(view.tasks.map(({ id }) => id)).toEqual([task.id]);
    }
  });

  it('a card is on the next day what the server would send then, whatever was done', () => {
    fc.assert(
      fc.property(stays, (stay) => {
        const { spell, now } = live(stay);
        const today = calendarDay(now, LONDON);
        const tomorrow = addDays(today, 1);
        for (const reader of [PRIYA, BELA, MO, HANNAH]) {
          const kept = rederive(cardOf(spell, reader, today), tomorrow);
          expect(kept).toEqual(cardOf(spell, reader, tomorrow));
        }
      }),
      { numRuns: 300, seed: SEED },
    );
  });

  it('a card holds no free text but what Lightbulb needs at the door, and that for Lightbulb alone', () => {
    fc.assert(
      fc.property(stays, (stay) => {
        const { spell, now } = live(stay);
        for (const reader of [PRIYA, BELA, MO, HANNAH]) {
          const { home, ...card } = cardOf(spell, reader, calendarDay(now, LONDON));
          expect(JSON.stringify(card)).not.toMatch(/SECRET|Large dog|07700/);
          expect(home !== undefined).toBe(reader === HANNAH);
        }
      }),
      { numRuns: 300, seed: SEED },
    );
  });

  it('a missing fact is shown as missing', () => {
    const person = aPerson({
      nhsNumber: null,
      address: null,
      language: null,
      communicationNeeds: [],
      riskToStaff: null,
    });
    const card = cardOf(aSpell({ person, wardId: 'closed' }), MO);
    expect(card.person.nhsNumber).toBeNull();
    expect(card.communicationNeeds).toEqual(['Interpreter: language not recorded']);
    expect(card.riskToStaff).toBe(false);
    expect(card.ward).toEqual({ id: 'closed', name: 'closed', site: '' });
    expect(cardOf(aSpell({ person }), HANNAH).person.address).toBeNull();
  });
});

describe('the stay beside the card', () => {
  const priya = { id: 'priya', name: 'Priya Shah' };
  const review = {
    at: '2026-11-22T09:00:00.000Z',
    hasCriteria: true,
    criteria: ['09', '11'] as const,
  };
  const clinicalCriteria = { text: 'Eating', setBy: priya, setAt: '2026-11-22T08:00:00.000Z' };
  const declined = { by: priya, reason: 'other', at: review.at, from: 'ward' } as const;
  const tasks = [aTask({ owner: 'hub', declined })];
  const spell = aSpell({ lastReview: review, clinicalCriteria, tasks });
  const history = { spell, events: [], now: '2026-11-22T14:00:00.000Z' };

  it('has the clinical criteria, the last review and when it runs out, and who handed back what', () => {
    for (const reader of [PRIYA, BELA, MO]) {
      const view = viewOf(history, reader);
      expect(view.stay).toMatchObject({
        ...{ clinicalCriteria, lastReviewAt: review.at, lastReviewCriteria: ['09', '11'] },
        ...{ reviewDueAt: '2026-11-23T09:00:00.000Z', journey: [], otherOpenStays: [] },
      });
      expect(view.tasks[0]?.declined).toEqual(declined);
    }
    expect(viewOf(history, HANNAH)).not.toHaveProperty('stay');
  });

  it('asks for no review of somebody who has left', () => {
    const left = { ...history, spell: { ...spell, ...GONE } };
    expect(viewOf(left, PRIYA).stay?.reviewDueAt).toBeNull();
  });
});

describe('a card at the next midnight', () => {
  it('derived again is the card that would be sent', () => {
    fc.assert(
      fc.property(stays, fc.nat(5), (stay, days) => {
        const { spell, now } = live(stay);
        const today = calendarDay(now, LONDON);
        const then = addDays(today, days);
        for (const reader of [PRIYA, BELA, MO, HANNAH]) {
          expect(rederive(cardOf(spell, reader, today), then)).toEqual(cardOf(spell, reader, then));
        }
      }),
      { numRuns: 300, seed: SEED },
    );
  });
});

describe('who reads a note', () => {
  it.each<[NoteReaders, Record<ActorRole, boolean>]>([
    [
      'ward_and_hub',
      {
        ward: true,
        hub: true,
        broker: false,
        housing: false,
        admin: false,
        timer: false,
        feed: false,
      },
    ],
    [
      'care_roles',
      {
        ward: true,
        hub: true,
        broker: true,
        housing: false,
        admin: false,
        timer: false,
        feed: false,
      },
    ],
    [
      'everyone',
      {
        ward: true,
        hub: true,
        broker: true,
        housing: true,
        admin: false,
        timer: false,
        feed: false,
      },
    ],
  ])('%s', (visibleTo, readers) => {
    for (const [role, reads] of Object.entries(readers)) {
      expect(canReadNote(role as ActorRole, visibleTo)).toBe(reads);
    }
  });

  it.each([
    ['the ward', PRIYA, [true, true, true], 3],
    ['a broker', BELA, [false, true, true], 2],
    ['housing', HANNAH, [false, false, true], 1],
  ] as const)('%s is shown and told the number of just those', (_who, reader, expected, count) => {
    const notes = NOTE_READERS.map((visibleTo, index) => ({
      id: idOf(60 + index),
      text: visibleTo,
      visibleTo,
      author: { id: 'mo', name: 'Mo Khan' },
      writtenAt: '2026-11-22T14:00:00.000Z',
    }));
    const history = { spell: aSpell({ notes }), events: [], now: '2026-11-22T14:00:00.000Z' };
    const view = viewOf(history, reader);
    const shown = new Set(view.notes.map((note) => note.visibleTo));
    expect(NOTE_READERS.map((visibleTo) => shown.has(visibleTo))).toEqual(expected);
    expect(view.card.noteCount).toBe(count);
  });

  it('whoever wrote it reads it too', () => {
    const note = {
      id: idOf(60),
      text: 'Mine',
      visibleTo: 'ward_and_hub' as const,
      author: { id: HANNAH.id, name: HANNAH.name },
      writtenAt: '2026-11-22T14:00:00.000Z',
    };
    const history = { spell: aSpell({ notes: [note] }), events: [], now: note.writtenAt };
    expect(viewOf(history, HANNAH).notes).toEqual([note]);
    expect(viewOf(history, { ...HANNAH, id: 'hal' }).notes).toEqual([]);
  });
});
