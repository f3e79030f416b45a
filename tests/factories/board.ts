import type { BoardStart } from '../../app/stores/board-store.ts';
import { startState } from '../../app/stores/board-store.ts';
import type { Actor } from '../../domain/actor.ts';
import { NO_HOME_DETAILS } from '../../domain/housing/home.ts';
import type { BoardAnswer } from '../../domain/protocol.ts';
import type { CardTask } from '../../domain/spell/card-task.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import { DEFAULT_TIME_ZONE } from '../../domain/time.ts';
import { hubManager } from './actor.ts';
import { TODAY } from './clock.ts';
import { idOf } from './ids.ts';
import { LOOKUPS, meOf } from './spell-view.ts';

/** A card as the hub sees it: on Ward 23 for a week, nothing decided, nothing to do. */
export function aCard(number: number, changes: Partial<Card> = {}): Card {
  return {
    id: idOf(number),
    seq: number,
    person: {
      name: `PATIENT-${number}, Asha`,
      dateOfBirth: '1941-03-04',
      nhsNumber: '9990000115',
      socialCareId: null,
    },
    place: 'leicester',
    ward: { id: 'lri-23', name: 'Ward 23', site: 'Leicester Royal Infirmary' },
    bed: 'B4',
    edd: null,
    dischargedOn: null,
    tasks: [],
    noteCount: 0,
    communicationNeeds: [],
    riskToStaff: false,
    housingSteps: [],
    admittedOn: '2026-11-15',
    pathway: 'none_set',
    pathwayRecommended: 'none_set',
    pathwayAgreed: 'none_set',
    nationalPathway: null,
    stage: 'needs_understanding',
    dischargeReadyDate: null,
    delayDays: 0,
    lengthOfStay: 7,
    primaryReason: null,
    ...changes,
  };
}

/** A card as housing sees it: an address, and nothing of care. */
export function aHousingCard(number: number, changes: Partial<Card> = {}): Card {
  const { id, seq, place, ward, edd, dischargedOn, tasks, noteCount } = aCard(number);
  return {
    ...{ id, seq, place, ward, edd, dischargedOn, tasks, noteCount },
    person: {
      name: `PATIENT-${number}, Asha`,
      dateOfBirth: '1941-03-04',
      address: '1 Test Street, Leicester, LE1 1AA',
    },
    communicationNeeds: [],
    riskToStaff: false,
    housingSteps: [],
    home: { ...NO_HOME_DETAILS, accessContact: null, followUp: null },
    ...changes,
  };
}

export function aCardTask(number: number, changes: Partial<CardTask> = {}): CardTask {
  return {
    id: idOf(number),
    type: 'care_package',
    owner: 'social_care',
    state: 'open',
    blocking: true,
    blockingSince: '2026-11-20T09:00:00.000Z',
    claimedBy: null,
    dueAt: null,
    ...changes,
  };
}

export const EPOCH = 'epoch-1';
export const KEY = 'hub';

export function aBoardAnswer(changes: Partial<BoardAnswer> = {}): BoardAnswer {
  return {
    protocol: 1,
    epoch: EPOCH,
    key: KEY,
    seq: 100,
    asOfDay: TODAY,
    reset: true,
    cards: [],
    removed: [],
    lookups: LOOKUPS,
    ...changes,
  };
}

export function aBoardStart(cards: readonly Card[] = [], reader: Actor = hubManager()): BoardStart {
  return {
    me: meOf(reader),
    timeZone: DEFAULT_TIME_ZONE,
    epoch: EPOCH,
    key: KEY,
    asOfDay: TODAY,
    lookups: LOOKUPS,
    cards,
  };
}

export function aBoardState(cards: readonly Card[] = [], reader: Actor = hubManager()) {
  return startState(aBoardStart(cards, reader));
}

/** Sets the EDD of a patient who has none. */
export function setEdd(id: number, patient: number, edd = '2026-11-27'): SpellCommandInput {
  return { id: idOf(id), type: 'SetEdd', spellId: idOf(patient), edd, seen: null };
}
