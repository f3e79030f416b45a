import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../../../../../domain/catalogue/catalogue-content.ts';
import { DEFAULT_CONTENT } from '../../../../../domain/catalogue/default-content.ts';
import { effectsOf } from '../../../../../domain/catalogue/effects.ts';
import type { SpellEvent } from '../../../../../domain/spell/events.ts';
import type { Spell } from '../../../../../domain/spell/state.ts';
import { DEFAULT_TARGET_SETTINGS } from '../../../../../domain/tasks/target-settings.ts';
import { withType } from '../../../../factories/catalogue.ts';
import {
  MO,
  NOW,
  PRIYA,
  SPELL_ID,
  aSpell,
  idOf,
  when,
} from '../../../../factories/domain-spell.ts';

const TASK = idOf(200);
const content = withType(DEFAULT_CONTENT, 'key_safe', {
  owner: 'hub',
  target: { kind: 'hours', hours: 24 },
});
const catalogue = catalogueOf(content);
const BOTH = { taskTypes: ['key_safe'], targets: true, owners: true };

function withTask(...then: object[]): { spell: Spell; history: SpellEvent[] } {
  const orders = [
    { type: 'AddTask', id: TASK, taskType: 'key_safe', blocking: true },
    ...then.map((body, index) => ({ id: idOf(300 + index), taskId: TASK, ...body })),
  ];
  let spell = aSpell();
  const history: SpellEvent[] = [];
  for (const body of orders) {
    const outcome = when(spell, MO, { spellId: SPELL_ID, ...body } as never, { now: NOW });
    if (!outcome.answer.ok || outcome.after === null)
      throw new Error(JSON.stringify(outcome.answer));
    spell = outcome.after;
    history.push(...outcome.events);
  }
  return { spell, history };
}

function follow({ spell, history }: ReturnType<typeof withTask>, what: object = BOTH) {
  const body = { type: 'FollowCatalogue', id: idOf(400), spellId: SPELL_ID, ...what };
  return when(spell, MO, body as never, { now: NOW, catalogue, history });
}

describe('an open task that follows the catalogue', () => {
  it('goes to the team that does it now, and is due by the new target since it was added', () => {
    const stay = withTask();
    const { events, after } = follow(stay);
    expect(events.map(({ type }) => type)).toEqual(['TaskAssigned', 'TaskDueSet']);
    expect(events.map(({ data }) => 'because' in data && data.because)).toEqual([
      'catalogue_changed',
      'catalogue_changed',
    ]);
    expect(after?.tasks[0]).toMatchObject({ owner: 'hub', claimedBy: null, state: 'open' });
    expect(
      follow({ spell: after ?? stay.spell, history: [...stay.history, ...events] }).events,
    ).toEqual([]);
  });

  it('follows in one of them only, if that is what is wanted', () => {
    const only = (what: object) =>
      follow(withTask(), { ...BOTH, ...what }).events.map(({ type }) => type);
    expect(only({ owners: false })).toEqual(['TaskDueSet']);
    expect(only({ targets: false })).toEqual(['TaskAssigned']);
    expect(only({ taskTypes: ['medicines'] })).toEqual([]);
  });

  it('keeps the time that somebody set, and the team that somebody gave it to', () => {
    const due = { type: 'SetTaskDue', dueAt: '2026-12-24T12:00:00.000Z' };
    const first = withTask().spell.tasks[0]?.dueAt;
    const set = withTask({ ...due, seen: first });
    expect(follow(set).events.map(({ type }) => type)).toEqual(['TaskAssigned']);
    const given = withTask({ type: 'AssignTask', owner: 'social_care' });
    expect(follow(given).events.map(({ type }) => type)).toEqual(['TaskDueSet']);
  });

  it('is let go of by whoever has it when it goes to another team, and done work stays', () => {
    const held = withTask({ type: 'ClaimTask' });
    expect(follow(held).after?.tasks[0]).toMatchObject({ claimedBy: null, owner: 'hub' });
    expect(follow(withTask({ type: 'CompleteTask' })).events).toEqual([]);
  });

  it('is not for wards to order', () => {
    const { spell } = withTask();
    const body = { type: 'FollowCatalogue', id: idOf(400), spellId: SPELL_ID, ...BOTH };
    expect(when(spell, PRIYA, body as never).answer).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('what follows, told beforehand', () => {
  const change = {
    before: catalogueOf(DEFAULT_CONTENT),
    after: catalogue,
    types: ['key_safe' as const],
  };
  const context = {
    actor: MO,
    now: NOW,
    timeZone: 'Europe/London',
    settings: DEFAULT_TARGET_SETTINGS,
  };

  it('is what happens: as many tasks as follow, from which team to which', () => {
    const stays = [withTask(), withTask({ type: 'ClaimTask' }), { spell: aSpell(), history: [] }];
    expect(effectsOf(stays, change, context)).toEqual({
      ...{ openTasks: 2, patients: 2, reasons: 0 },
      targets: { changed: 2, passed: 0, kept: 0 },
      owners: { moves: [{ from: 'lightbulb', to: 'hub', tasks: 2, held: 1 }] },
    });
  });

  it('counts who is past the new target at once', () => {
    const late = { ...context, now: '2026-12-24T12:00:00.000Z' };
    expect(effectsOf([withTask()], change, late).targets).toEqual({
      changed: 1,
      passed: 1,
      kept: 0,
    });
  });
});
