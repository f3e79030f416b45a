import { expect, it } from 'vitest';
import { foreseenView } from '../../../../app/live/foreseen-view.ts';
import type { PendingCommand } from '../../../../app/stores/overlay.ts';
import type { SpellCommandInput } from '../../../../domain/spell/commands.ts';
import { DEFAULT_TIME_ZONE } from '../../../../domain/time.ts';
import { wardCoordinator } from '../../../factories/actor.ts';
import { NOW, TODAY } from '../../../factories/clock.ts';
import { idOf } from '../../../factories/ids.ts';
import {
  DELAYED,
  LOOKUPS,
  MEDICINES_TASK,
  SPELL_ID,
  meOf,
  playSteps,
  viewOf,
} from '../../../factories/spell-view.ts';

const ward = wardCoordinator();
const view = viewOf(playSteps(DELAYED), ward);
const by = { id: ward.id, name: ward.name };

function foreseen(...commands: SpellCommandInput[]) {
  const pending = commands.map((command): PendingCommand => ({
    command,
    userId: ward.id,
    at: NOW,
    state: 'waiting',
  }));
  return foreseenView(view, pending, {
    me: meOf(ward),
    asOfDay: TODAY,
    timeZone: DEFAULT_TIME_ZONE,
    catalogue: LOOKUPS.catalogue,
    settings: LOOKUPS.settings,
    taskSets: LOOKUPS.taskSets,
  });
}

const about = { spellId: SPELL_ID };

it('is the same view while nothing of this patient is on its way', () => {
  expect(foreseen()).toBe(view);
  const other = { id: idOf(1), type: 'SetEdd', spellId: idOf(2), edd: TODAY, seen: null } as const;
  expect(foreseen(other)).toBe(view);
});

it('shows a new EDD with who is setting it, a claimed task, a new task and a note', () => {
  const after = foreseen(
    { ...about, id: idOf(1), type: 'SetEdd', edd: '2026-11-28', seen: '2026-11-21' },
    { ...about, id: idOf(2), type: 'ClaimTask', taskId: MEDICINES_TASK },
    { ...about, id: idOf(3), type: 'AddTask', taskType: 'transport', blocking: false },
    { ...about, id: idOf(4), type: 'AddNote', text: 'Taxi booked' },
  );
  expect(after.card.edd).toBe('2026-11-28');
  expect(after.eddSet).toEqual({ setBy: by, setAt: NOW });
  expect(after.tasks.find(({ id }) => id === MEDICINES_TASK)).toMatchObject({
    state: 'claimed',
    claimedBy: by,
    addedBy: { name: 'Hana Hub' },
  });
  expect(after.tasks.at(-1)).toMatchObject({
    id: idOf(3),
    state: 'open',
    addedBy: by,
    addedAt: NOW,
  });
  expect(after.notes.at(-1)).toMatchObject({ id: idOf(4), text: 'Taxi booked', author: by });
});
