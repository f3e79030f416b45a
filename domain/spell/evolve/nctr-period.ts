import type { Spell } from '../state.ts';

export function endPeriod(
  spell: Spell,
  endedOn: string | null,
  endedBy: 'criteria_met' | 'discharge',
): Spell {
  const open = spell.nctrPeriods.at(-1);
  if (endedOn === null || open === undefined || open.endedOn !== null) return spell;
  return {
    ...spell,
    nctrPeriods: [...spell.nctrPeriods.slice(0, -1), { ...open, endedOn, endedBy }],
  };
}

/** The period that the discharge ended goes on as if there had been none. */
export function reopenPeriod(spell: Spell): Spell {
  const last = spell.nctrPeriods.at(-1);
  if (last?.endedBy !== 'discharge') return spell;
  const open = { ...last, endedOn: null, endedBy: null };
  return { ...spell, nctrPeriods: [...spell.nctrPeriods.slice(0, -1), open] };
}
