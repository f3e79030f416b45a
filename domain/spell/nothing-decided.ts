import { UNKNOWN_HOME } from '../housing/home.ts';
import type { Spell } from './state.ts';

/** What is said and done about a stay, in one that has just begun: nothing. */
export const NOTHING_DECIDED = {
  edd: { day: null, setBy: null, setAt: null },
  clinicalCriteria: { text: null, setBy: null, setAt: null },
  pathway: {
    recommended: 'none_set',
    agreed: 'none_set',
    national: null,
    setBy: null,
    setAt: null,
  },
  nctrPeriods: [],
  chosenReason: null,
  nothingBlocksSince: null,
  escalation: null,
  lastReview: null,
  lastRound: null,
  longStayReview: null,
  tasks: [],
  actions: [],
  notes: [],
  home: UNKNOWN_HOME,
  discharge: null,
  leftBoardAt: null,
  followUpEndedAt: null,
} satisfies Partial<Spell>;
