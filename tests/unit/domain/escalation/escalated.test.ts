import { expect, it } from 'vitest';
import type { Actor } from '../../../../domain/actor.ts';
import { escalated } from '../../../../domain/escalation/escalated.ts';
import type { TaskEscalation } from '../../../../domain/escalation/escalation.ts';
import type { Task } from '../../../../domain/tasks/task.ts';
import { ADA, BELA, GONE, HANNAH, MO, PRIYA, aSpell, aTask, idOf } from '../../../factories/domain-spell.ts'; // prettier-ignore

const raised: TaskEscalation = {
  ...{ level: 'team_lead', owner: 'social_care', because: 'person', need: 'SECRET' },
  ...{ raisedBy: MO, raisedAt: '2026-11-21T09:00:00.000Z', acknowledged: null, resolved: null },
};
const acknowledged = { by: MO, at: raised.raisedAt, action: 'SECRET ring', reviewOn: null };
const task = (id: number, more: Partial<Task> = {}) =>
  aTask({ id: idOf(id), type: 'care_package', owner: 'social_care', escalation: raised, ...more });
const ready = { startedOn: '2026-11-19', endedOn: null, endedBy: null };
const stays = [
  aSpell({
    tasks: [
      task(50, { escalation: { ...raised, acknowledged } }),
      task(51),
      task(52, { state: 'done' }),
      task(53, { owner: 'lightbulb' }),
      task(54, { escalation: null }),
    ],
  }),
  aSpell({ id: idOf(2), nctrPeriods: [ready], tasks: [task(60)] }),
  aSpell({ id: idOf(3), ...GONE, tasks: [task(70)] }),
  aSpell({ id: idOf(4), wardId: 'g20', tasks: [task(80)] }),
];

it.each<[string, Actor, number[]]>([
  ['the hub everything, whoever has been ready for longest first, what is taken on last', MO, [60, 51, 53, 80, 50]],
  ['a ward its own patients', PRIYA, [60, 51, 53, 50]],
  ['a broker their council’s', BELA, [60, 51, 53, 80, 50]],
  ['housing its own tasks', HANNAH, [53]],
  ['an administrator nothing', ADA, []],
])('of what is escalated shows %s', (_what, reader, ids) => {
  const found = escalated(stays, reader);
  expect(found.map(({ task }) => task?.id)).toEqual(ids.map(idOf));
}); // prettier-ignore

it('shows housing no words from when a task was another team’s, and that it is with the hub now', () => {
  const [found] = escalated(stays, HANNAH);
  expect(found).toMatchObject({ level: 'hub', raised: { need: null, acknowledged: null } });
});
