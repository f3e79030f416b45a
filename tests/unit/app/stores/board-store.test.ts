import { describe, expect, it } from 'vitest';
import type { BoardState } from '../../../../app/stores/board-store.ts';
import {
  applyCatchUp,
  applyChanges,
  applyCommandAnswer,
  applyDay,
  applyLookups,
  applyNews,
  applyPresence,
  applySnapshot,
  dismissRefusal,
  enqueue,
  isPending,
  startAgain,
} from '../../../../app/stores/board-store.ts';
import { refuse } from '../../../../domain/result.ts';
import { aBoardAnswer, aBoardState, aCard, aCardTask, setEdd } from '../../../factories/board.ts';
import { NOW } from '../../../factories/clock.ts';
import { idOf } from '../../../factories/ids.ts';
import { LOOKUPS } from '../../../factories/spell-view.ts';

const eddOf = (state: BoardState, patient: number) => state.shown.get(idOf(patient))?.edd;
const whole = (state = aBoardState()) =>
  applySnapshot(state, aBoardAnswer({ cards: [aCard(1), aCard(2)] }));

describe('what is confirmed', () => {
  it('holds a part until the snapshot, and everything from then on', () => {
    const first = aBoardState([aCard(1)]);
    expect(first.cursor).toBeNull();
    const after = applySnapshot(first, aBoardAnswer({ cards: [aCard(1), aCard(2)] }));
    expect(after.cursor).toBe(100);
    expect([...after.shown.keys()]).toEqual([idOf(1), idOf(2)]);
  });

  it('keeps the newest card, whatever the order and however often it is told', () => {
    const older = { seq: 101, cards: [aCard(1, { seq: 101, edd: '2026-11-25' })], removed: [] };
    const newer = { seq: 102, cards: [aCard(1, { seq: 102, edd: '2026-11-26' })], removed: [] };
    for (const order of [
      [older, newer],
      [newer, older],
      [newer, older, newer, older],
    ]) {
      const after = order.reduce(applyChanges, whole());
      expect(eddOf(after, 1)).toBe('2026-11-26');
      expect(after.cursor).toBe(102);
    }
  });

  it('does not bring back who had left by the time of a snapshot, when an answer from before comes late', () => {
    const sent = enqueue(whole(), setEdd(9, 1), NOW);
    const without = applySnapshot(sent, aBoardAnswer({ seq: 103, cards: [aCard(2)] }));
    const late = { ok: true as const, seq: 101, card: aCard(1, { seq: 101 }) };
    const after = applyCommandAnswer(without, setEdd(9, 1), late);
    expect([...after.shown.keys()]).toEqual([idOf(2)]);
    // Nor does a snapshot from before take away who has come since.
    const come = applyChanges(after, { seq: 105, cards: [aCard(3, { seq: 105 })], removed: [] });
    const old = applySnapshot(come, aBoardAnswer({ seq: 104, cards: [aCard(2)] }));
    expect([...old.shown.keys()]).toEqual([idOf(2), idOf(3)]);
  });

  it('takes a stay out only for something newer than what is held', () => {
    const held = applyChanges(whole(), { seq: 105, cards: [aCard(1, { seq: 105 })], removed: [] });
    const late = applyChanges(held, { seq: 105, cards: [], removed: [{ id: idOf(1), seq: 104 }] });
    expect(late.shown.has(idOf(1))).toBe(true);
    const gone = applyChanges(held, { seq: 106, cards: [], removed: [{ id: idOf(1), seq: 106 }] });
    expect(gone.shown.has(idOf(1))).toBe(false);
  });

  it('does not bring a removed stay back by late news, but by newer news', () => {
    const gone = applyChanges(whole(), {
      seq: 106,
      cards: [],
      removed: [{ id: idOf(1), seq: 106 }],
    });
    const late = applyChanges(gone, { seq: 106, cards: [aCard(1, { seq: 105 })], removed: [] });
    expect(late.shown.has(idOf(1))).toBe(false);
    const back = applyChanges(late, { seq: 107, cards: [aCard(1, { seq: 107 })], removed: [] });
    expect(back.shown.has(idOf(1))).toBe(true);
  });

  it('keeps what was heard while a snapshot was on its way', () => {
    const heard = applyNews(whole(), {
      cards: [aCard(1, { seq: 120, edd: '2026-11-30' })],
      removed: [{ id: idOf(2), seq: 121 }],
    });
    const after = applySnapshot(
      heard,
      aBoardAnswer({ seq: 110, cards: [aCard(1), aCard(2), aCard(3)] }),
    );
    expect(eddOf(after, 1)).toBe('2026-11-30');
    expect([...after.shown.keys()]).toEqual([idOf(1), idOf(3)]);
  });

  it('drops what a snapshot no longer has', () => {
    const after = applySnapshot(whole(), aBoardAnswer({ seq: 110, cards: [aCard(2)] }));
    expect([...after.shown.keys()]).toEqual([idOf(2)]);
  });

  it('keeps nothing of another epoch', () => {
    const newer = applyNews(whole(), { cards: [aCard(9, { seq: 500 })], removed: [] });
    const after = applySnapshot(
      newer,
      aBoardAnswer({ epoch: 'epoch-2', seq: 3, cards: [aCard(7)] }),
    );
    expect([...after.shown.keys()]).toEqual([idOf(7)]);
    expect(after.cursor).toBe(3);
    expect(startAgain(after, { epoch: 'epoch-3', key: 'hub' }).shown.size).toBe(0);
  });

  it('moves the cursor by changes and by catching up, not by news after a gap', () => {
    expect(applyNews(whole(), { cards: [aCard(1, { seq: 130 })], removed: [] }).cursor).toBe(100);
    expect(applyChanges(whole(), { seq: 130, cards: [], removed: [] }).cursor).toBe(130);
    const answer = aBoardAnswer({ reset: false, seq: 140, cards: [aCard(2, { seq: 135 })] });
    expect(applyCatchUp(whole(), answer).cursor).toBe(140);
    expect(applyChanges(aBoardState(), { seq: 130, cards: [], removed: [] }).cursor).toBeNull();
  });

  it('leaves the cards alone that nothing was said of', () => {
    const before = whole();
    const after = applyChanges(before, { seq: 101, cards: [aCard(1, { seq: 101 })], removed: [] });
    expect(after.shown.get(idOf(2))).toBe(before.shown.get(idOf(2)));
  });

  it('counts stays and delays anew when a day begins', () => {
    const ready = aCard(1, { dischargeReadyDate: '2026-11-20', delayDays: 2 });
    const after = applyDay(
      applySnapshot(aBoardState(), aBoardAnswer({ cards: [ready] })),
      '2026-11-23',
    );
    expect(after.shown.get(idOf(1))).toMatchObject({ delayDays: 3, lengthOfStay: 8 });
    expect(after.asOfDay).toBe('2026-11-23');
  });
});

describe('what is on its way', () => {
  const command = setEdd(900, 1);

  it('is shown at once, and is bound to the person who did it', () => {
    const waiting = enqueue(whole(), command, NOW);
    expect(eddOf(waiting, 1)).toBe('2026-11-27');
    expect(waiting.confirmed.get(idOf(1))?.edd).toBeNull();
    expect(isPending(waiting, idOf(1))).toBe(true);
    expect(isPending(waiting, idOf(2))).toBe(false);
    expect(waiting.pending[0]).toMatchObject({ userId: 'user-hub', state: 'waiting' });
    expect(enqueue(waiting, command, NOW)).toBe(waiting);
  });

  it('stays laid over news of the same patient', () => {
    const waiting = enqueue(whole(), command, NOW);
    const news = aCard(1, { seq: 101, bed: 'C1' });
    const after = applyChanges(waiting, { seq: 101, cards: [news], removed: [] });
    expect(after.shown.get(idOf(1))).toMatchObject({ edd: '2026-11-27', bed: 'C1' });
  });

  it('becomes confirmed by its answer, which does not move the cursor', () => {
    const card = aCard(1, { seq: 140, edd: '2026-11-27' });
    const after = applyCommandAnswer(enqueue(whole(), command, NOW), command, {
      ok: true,
      seq: 140,
      card,
    });
    expect(after.pending).toEqual([]);
    expect(after.shown.get(idOf(1))).toBe(card);
    expect(after.cursor).toBe(100);
  });

  it('takes the stay out when the answer says that it left sight', () => {
    const answer = { ok: true, seq: 141, card: null } as const;
    const after = applyCommandAnswer(enqueue(whole(), command, NOW), command, answer);
    expect(after.shown.has(idOf(1))).toBe(false);
  });

  it('is taken back when it is refused, and the refusal stays until it is dismissed', () => {
    const refusal = refuse('CONFLICT', 'Priya set 26 Nov two minutes ago.');
    const after = applyCommandAnswer(enqueue(whole(), command, NOW), command, refusal);
    expect(eddOf(after, 1)).toBeNull();
    expect(after.refusals).toEqual([{ command, refusal }]);
    expect(dismissRefusal(after, command.id).refusals).toEqual([]);
  });

  it('is kept when the board is dropped for another epoch', () => {
    const dropped = startAgain(enqueue(whole(), command, NOW), { epoch: 'epoch-2', key: 'hub' });
    const after = applySnapshot(dropped, aBoardAnswer({ epoch: 'epoch-2', cards: [aCard(1)] }));
    expect(eddOf(after, 1)).toBe('2026-11-27');
  });
});

it('knows who is looking at whom, until they stop', () => {
  const viewers = [{ id: 'user-ward', name: 'Priya' }];
  const looking = applyPresence(aBoardState(), { spellId: idOf(1), viewers });
  expect(looking.viewers.get(idOf(1))).toEqual(viewers);
  const after = applyPresence(looking, { spellId: idOf(1), viewers: [] });
  expect(after.viewers.has(idOf(1))).toBe(false);
});

describe('another edition of the catalogue', () => {
  const { catalogue } = LOOKUPS;
  const care_package = { ...catalogue.care_package, processReason: 'T2' as const };
  const second = {
    ...LOOKUPS,
    version: 'v2',
    edition: 2,
    catalogue: { ...catalogue, care_package },
  };
  const delayed = aCard(1, {
    ...{ tasks: [aCardTask(50)], dischargeReadyDate: '2026-11-20', primaryReason: 'I2' },
  });
  const reasonOf = (state: BoardState) => state.shown.get(idOf(1))?.primaryReason;

  it('is taken in live: the reasons for delay follow from it', () => {
    const after = applyLookups(aBoardState([delayed]), second);
    expect(after.lookups).toBe(second);
    expect(reasonOf(after)).toBe('T2');
  });

  it('of the settings, too, is taken in and not undone by what was sent before', () => {
    const settings = { ...LOOKUPS.settings, leadAfterHours: 2 };
    const saved = { ...LOOKUPS, version: 'v3', settings, settingsEdition: 1 };
    const held = applyLookups(whole(aBoardState([delayed])), saved);
    expect(held.lookups).toBe(saved);
    expect(applyLookups(held, LOOKUPS)).toBe(held);
    expect(applySnapshot(aBoardState([delayed]), aBoardAnswer({ lookups: saved })).lookups).toBe(
      saved,
    );
  });

  it('is not undone by what was sent before it', () => {
    const held = applyLookups(whole(aBoardState([delayed])), second);
    expect(applyLookups(held, LOOKUPS)).toBe(held);
    const late = aBoardAnswer({ cards: [delayed] });
    const after = applySnapshot(held, late);
    expect(after.lookups).toBe(second);
    expect(reasonOf(after)).toBe('T2');
    expect(reasonOf(applyCatchUp(after, { ...late, reset: false, cards: [] }))).toBe('T2');
  });
});
