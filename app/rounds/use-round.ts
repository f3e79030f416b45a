import { useMemo } from 'react';
import type { RoundTime } from '../../domain/rounds/board-round.ts';
import { isSameRound, roundTimeOf } from '../../domain/rounds/board-round.ts';
import type { WardRound } from '../../domain/rounds/ward-round.ts';
import { wardRound } from '../../domain/rounds/ward-round.ts';
import { useBoardState } from '../live/board-context.ts';
import { useNow } from '../live/use-now.ts';
import type { RoundPatient } from './round-patients.ts';
import { roundPatients } from './round-patients.ts';

export type LiveRound = {
  patients: RoundPatient[];
  progress: WardRound;
  round: RoundTime;
  /** Of whom something is recorded that the hub has not got yet. */
  pendingIds: ReadonlySet<string>;
  timeZone: string;
};

/** A ward's round as it stands, also with what colleagues record meanwhile. */
export function useRound(wardId: string): LiveRound {
  const shown = useBoardState((state) => state.shown);
  const pending = useBoardState((state) => state.pending);
  const timeZone = useBoardState((state) => state.timeZone);
  const { day, half } = roundTimeOf(useNow(), timeZone);
  return useMemo(() => {
    const round = { day, half };
    const ofRound = { wardId, round, timeZone };
    const patients = roundPatients(shown.values(), ofRound);
    const inRound = pending.filter(
      ({ command, at }) =>
        command.type === 'RecordBoardRound' && isSameRound(roundTimeOf(at, timeZone), round),
    );
    return {
      ...{ patients, round, timeZone },
      progress: wardRound(
        patients.map(({ card }) => card),
        ofRound,
      ),
      pendingIds: new Set(
        inRound.flatMap(({ command }) => ('spellId' in command ? [command.spellId] : [])),
      ),
    };
  }, [shown, pending, timeZone, wardId, day, half]);
}
