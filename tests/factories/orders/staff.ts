import { BELA, HANNAH, MO, PRIYA, TOM } from '../domain-spell.ts';

export const BEN = { ...BELA, id: 'ben', name: 'Ben Low', isTeamLead: true };
export const STAFF = [PRIYA, TOM, MO, BELA, BEN, HANNAH];
