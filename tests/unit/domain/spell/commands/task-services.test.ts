import { describe, expect, it } from 'vitest';
import type { SpellCommandInput } from '../../../../../domain/spell/commands.ts';
import type { ProviderApproach, Task } from '../../../../../domain/tasks/task.ts';
import {
  BELA,
  HANNAH,
  MO,
  NOW,
  SPELL_ID,
  TODAY,
  TOM,
  aSpell,
  aTask,
  idOf,
  when,
} from '../../../../factories/domain-spell.ts';

const about = { id: idOf(60), spellId: SPELL_ID, taskId: idOf(50) };
type Record = Extract<SpellCommandInput, { type: 'RecordProvider' }>;
const record: Record = {
  ...{ ...about, type: 'RecordProvider', name: 'Elm Care', approachedOn: TODAY },
  ...{ answer: 'asked', seen: null },
};
const ref = ({ id, name }: { id: string; name: string }) => ({ id, name });
const ELM: ProviderApproach = {
  ...{ id: idOf(55), name: 'Elm Care', approachedOn: '2026-11-20', answer: 'asked', note: null },
  ...{ recordedBy: ref(TOM), recordedAt: '2026-11-20T09:00:00.000Z' },
};

function given(more: Partial<Task> = {}) {
  return aSpell({ tasks: [aTask({ type: 'care_package', owner: 'social_care', ...more })] });
}

describe('a provider who is approached', () => {
  it('stands on the task with the day, the answer and who recorded it', () => {
    const { after } = when(given(), BELA, { ...record, note: 'Calls back at four' });
    expect(after?.tasks[0]?.providers).toEqual([
      {
        ...{ id: idOf(60), name: 'Elm Care', approachedOn: TODAY, answer: 'asked' },
        ...{ note: 'Calls back at four', recordedBy: ref(BELA), recordedAt: NOW },
      },
    ]);
  });

  it('stands once, however the name is written; the answer takes the place of the one before', () => {
    const again = { ...record, name: 'elm care', answer: 'accepted', seen: 'asked' } as const;
    const { after, events } = when(given({ providers: [ELM] }), BELA, again);
    expect(after?.tasks[0]?.providers).toMatchObject([
      { id: ELM.id, name: 'Elm Care', answer: 'accepted', recordedBy: ref(BELA) },
    ]);
    expect(events).toMatchObject([{ data: { previous: 'asked', answer: 'accepted' } }]);
  });

  it.each<[string, Partial<Task>, Partial<Record>, string]>([
    ['nothing is new', { providers: [ELM] }, { approachedOn: ELM.approachedOn }, 'nothing new'],
    ['somebody recorded another answer meanwhile', { providers: [{ ...ELM, answer: 'declined' }] }, { answer: 'accepted', seen: 'asked' }, 'CONFLICT: Tom Ellis recorded Elm Care: declined (Fri 20 Nov, 09:00) after you opened it. Keep that, or use yours?'],
    ['somebody approached them already', { providers: [ELM] }, { answer: 'accepted' }, 'CONFLICT: Tom Ellis recorded Elm Care: asked, no answer yet (Fri 20 Nov, 09:00) after you opened it. Keep that, or use yours?'],
    ['the day is to come', {}, { approachedOn: '2026-11-23' }, 'RULE_BROKEN: A provider cannot have been approached in the future.'],
    ['the task arranges no service', { type: 'care_act_assessment' }, {}, 'RULE_BROKEN: This task arranges no service that a provider gives.'],
    ['the task is done', { state: 'done', claimedBy: ref(BELA) }, {}, 'RULE_BROKEN: This task is done already.'],
    ['a colleague has the task', { state: 'claimed', claimedBy: ref(TOM) }, {}, 'recorded'],
  ])('%s', (_why, task, more, outcome) => {
    const { answer } = when(given(task), BELA, { ...record, ...more });
    const told = answer.ok ? (answer.events.length === 0 ? 'nothing new' : 'recorded') : `${answer.code}: ${answer.message}`;
    expect(told).toBe(outcome);
  }); // prettier-ignore

  it('is for the team of the task and the hub', () => {
    expect(when(given(), HANNAH, record).answer).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(when(given(), MO, record).answer.ok).toBe(true);
  });
});

describe('when the service begins', () => {
  const start = '2026-11-24T09:00:00.000Z';
  const set = { ...about, type: 'SetPackageStart', startsAt: start, seen: null } as const;

  it.each<[string, Partial<Task>, Partial<typeof set> | object, string]>([
    ['set', {}, {}, start],
    ['changed', { startsAt: NOW }, { seen: NOW }, start],
    ['taken away', { startsAt: NOW }, { startsAt: null, seen: NOW }, 'nothing'],
    ['in the past, as it has begun', {}, { startsAt: '2026-11-21T09:00:00.000Z' }, '2026-11-21T09:00:00.000Z'],
    ['before the admission', {}, { startsAt: '2026-11-09T09:00:00.000Z' }, 'RULE_BROKEN: The service cannot begin before the person came to hospital.'],
    ['changed by somebody meanwhile', { startsAt: NOW }, {}, 'CONFLICT: Somebody set the start to Sun 22 Nov, 14:00 after you opened it. Keep that, or use yours?'],
    ['of a task that arranges no service', { type: 'safeguarding' }, {}, 'RULE_BROKEN: This task arranges no service that a provider gives.'],
  ])('%s', (_how, task, more, outcome) => {
    const { answer, after } = when(given(task), BELA, { ...set, ...more });
    const told = answer.ok ? (after?.tasks[0]?.startsAt ?? 'nothing') : `${answer.code}: ${answer.message}`;
    expect(told).toBe(outcome);
  }); // prettier-ignore
});

describe('what came of a task', () => {
  it('is what was said when it was completed, until it is opened again', () => {
    const complete = {
      ...about,
      type: 'CompleteTask',
      note: 'Two calls a day from Monday',
    } as const;
    const done = when(given(), BELA, complete).after;
    expect(done?.tasks[0]?.outcome).toBe('Two calls a day from Monday');
    const reopen = { ...about, type: 'ReopenTask', note: 'Provider withdrew' } as const;
    expect(when(done, BELA, reopen).after?.tasks[0]?.outcome).toBeNull();
  });
});
