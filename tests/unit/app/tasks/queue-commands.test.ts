import { describe, expect, it } from 'vitest';
import { AT_WORK, commandFor, readBatch } from '../../../../app/tasks/queue-commands.ts';
import { idOf } from '../../../factories/ids.ts';

function formOf(entries: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

const ONE = `${idOf(1)} ${idOf(11)}`;
const TWO = `${idOf(2)} ${idOf(12)}`;
const picked = (...numbers: number[]) =>
  numbers.map((number) => ({ spellId: idOf(number), taskId: idOf(number + 10) }));

describe('what a form of the list asks for', () => {
  it.each<[string, readonly (readonly [string, string])[], ReturnType<typeof readBatch>]>([
    ['a row’s own button means that row alone', [['task', TWO], ['claim', ONE]], { picked: picked(1), order: { do: 'claim' } }],
    ['claiming several', [['task', ONE], ['task', TWO], ['do', 'claim']], { picked: picked(1, 2), order: { do: 'claim' } }],
    ['several wait', [['task', ONE], ['do', 'wait'], ['waiting', 'family'], ['note', ' Rings back ']], { picked: picked(1), order: { do: 'wait', waiting: 'family', note: 'Rings back' } }],
    ['several go on', [['task', ONE], ['do', 'wait'], ['waiting', AT_WORK]], { picked: picked(1), order: { do: 'wait', waiting: null, note: '' } }],
    ['nothing is chosen', [['do', 'claim']], 'Choose at least one task.'],
    ['nothing to wait for', [['task', ONE], ['do', 'wait'], ['waiting', '']], 'Choose what the tasks are waiting for.'],
    ['too many', [...Array.from({ length: 201 }, () => ['task', ONE] as const), ['do', 'claim']], 'Choose at most 200 tasks at once.'],
  ])('%s', (_what, entries, batch) => {
    expect(readBatch(formOf(entries))).toEqual(batch);
  }); // prettier-ignore

  it('is a command for each task', () => {
    const [one] = picked(1);
    if (one === undefined) throw new Error('Nothing picked');
    expect(commandFor(one, { do: 'claim' }, idOf(50))).toEqual({
      ...{ id: idOf(50), type: 'ClaimTask', spellId: idOf(1), taskId: idOf(11) },
    });
    expect(commandFor(one, { do: 'wait', waiting: null, note: 'Back' }, idOf(51))).toEqual({
      ...{ id: idOf(51), type: 'SetTaskWaiting', spellId: idOf(1), taskId: idOf(11) },
      ...{ waiting: null, note: 'Back' },
    });
  });
});
