import { describe, expect, it } from 'vitest';
import { othersNews } from '../../../../app/live/others-news.ts';
import type { BoardState } from '../../../../app/stores/board-store.ts';
import {
  applyChanges,
  applyCommandAnswer,
  applyDay,
  applySnapshot,
  enqueue,
  startAgain,
} from '../../../../app/stores/board-store.ts';
import { aBoardAnswer, aBoardState, aCard, setEdd } from '../../../factories/board.ts';
import { NOW } from '../../../factories/clock.ts';
import { idOf } from '../../../factories/ids.ts';

const whole = () => applySnapshot(aBoardState(), aBoardAnswer({ cards: [aCard(1), aCard(2)] }));
const news = { seq: 101, cards: [aCard(2, { seq: 101 }), aCard(3, { seq: 101 })] };
const gone = [{ id: idOf(1), seq: 101 }];
const own = (state: BoardState) => enqueue(state, setEdd(9, 2), NOW);

describe('news of others', () => {
  it.each<[name: string, change: (board: BoardState) => [BoardState, BoardState], ids: number[]]>([
    ['is who came, went and moved on', (at) => [at, applyChanges(at, { ...news, removed: gone })], [1, 2, 3]],
    ['is nothing told twice', (at) => [applyChanges(at, { ...news, removed: [] }), applyChanges(applyChanges(at, { ...news, removed: [] }), { ...news, removed: [] })], []],
    ['is not what was changed here, told before its answer', (at) => [own(at), applyChanges(own(at), { ...news, removed: [] })], [3]],
    ['is not what was changed here, in its answer', (at) => [own(at), applyCommandAnswer(own(at), setEdd(9, 2), { ok: true, seq: 101, card: aCard(2, { seq: 101 }) })], []],
    ['is not another day', (at) => [at, applyDay(at, '2026-11-23')], []],
    ['is not the board itself, as it comes', () => [aBoardState(), whole()], []],
    ['is not another board', (at) => [at, startAgain(at, { epoch: 'epoch-2', key: at.key })], []],
  ])('%s', (_name, change, ids) => {
    expect(othersNews(...change(whole())).sort()).toEqual(ids.map(idOf));
  }); // prettier-ignore
});
