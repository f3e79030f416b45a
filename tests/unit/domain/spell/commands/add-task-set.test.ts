import { describe, expect, it } from 'vitest';
import { DEFAULT_CATALOGUE } from '../../../../../domain/tasks/default-catalogue.ts';
import {
  BELA,
  MO,
  PRIYA,
  SPELL_ID,
  aSpell,
  idOf,
  when,
} from '../../../../factories/domain-spell.ts';

const body = {
  type: 'AddTaskSet',
  id: idOf(200),
  spellId: SPELL_ID,
  set: 'home_with_package',
} as const;

describe('a set of tasks', () => {
  it('is added at once, each task with its team, its target and an id of its own', () => {
    const { events, after } = when(aSpell(), PRIYA, body);
    expect(events).toHaveLength(4);
    expect(after?.tasks.map(({ type, owner }) => [type, owner])).toEqual([
      ['care_package', 'social_care'],
      ['key_safe', 'lightbulb'],
      ['medicines', 'ward'],
      ['transport', 'ward'],
    ]);
    expect(new Set(after?.tasks.map(({ id }) => id)).size).toBe(4);
    expect(events[0]?.data).toMatchObject({ fromSet: 'Home with a package of care' });
  });

  it('adds what is not open yet, and the second time nothing', () => {
    const first = when(aSpell(), MO, {
      ...{
        type: 'AddTask',
        id: idOf(100),
        spellId: SPELL_ID,
        taskType: 'transport',
        blocking: true,
      },
    });
    const { events, after } = when(first.after, PRIYA, body);
    expect(events).toHaveLength(3);
    expect(when(after, PRIYA, { ...body, id: idOf(201) }).answer).toEqual({ ok: true, events: [] });
  });

  it('leaves out what is no longer offered', () => {
    const key_safe = { ...DEFAULT_CATALOGUE.key_safe, isOffered: false };
    const catalogue = { ...DEFAULT_CATALOGUE, key_safe };
    expect(when(aSpell(), PRIYA, body, { catalogue }).events).toHaveLength(3);
    const alone = { type: 'AddTask', id: idOf(100), spellId: SPELL_ID, taskType: 'key_safe', blocking: true } as const; // prettier-ignore
    expect(when(aSpell(), PRIYA, alone, { catalogue }).answer).toMatchObject({
      code: 'RULE_BROKEN',
      fields: { taskType: 'The hub no longer offers “Key safe, keys, access”. Choose another.' },
    });
  });

  it('is refused where there is no such set, and to those who add only their own tasks', () => {
    expect(when(aSpell(), PRIYA, { ...body, set: 'gone' }).answer).toMatchObject({
      fields: { set: 'This set of tasks is not in the catalogue any more. Choose another.' },
    });
    expect(when(aSpell(), BELA, body).answer).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});
