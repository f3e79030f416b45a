import { describe, expect, it } from 'vitest';
import type { Person } from '../../../../../domain/persons/person.ts';
import { mergedPerson } from '../../../../../domain/persons/merge-records.ts';
import type { MergeOfStay } from '../../../../../domain/spell/merges.ts';
import type { Spell } from '../../../../../domain/spell/state.ts';
import { MO, PRIYA, SPELL_ID, aPerson, aSpell, idOf, when } from '../../../../factories/domain-spell.ts'; // prettier-ignore

const OTHER_ID = idOf(2);
const MERGE_ID = idOf(60);
const other = aPerson({ id: idOf(901), nhsNumber: null, language: 'Hindi' });
const otherStay = aSpell({ id: OTHER_ID, person: other });

function factsOf({ id: _id, ...facts }: Person) {
  return facts;
}

function merging(more: Record<string, unknown> = {}) {
  return {
    id: MERGE_ID,
    type: 'MergePersons' as const,
    spellId: SPELL_ID,
    mergedSpellId: OTHER_ID,
    seen: { remaining: factsOf(aPerson()), merged: factsOf(other) },
    reason: 'Admitted twice',
    ...more,
  };
}

const others = [{ spell: otherStay, merges: [] }];

describe('merging two records', () => {
  it('is told in every stay of both, each with the side it was on', () => {
    const { events } = when(aSpell(), MO, merging({ standing: { language: 'merged' } }), {
      others,
    });
    expect(events).toMatchObject([
      { type: 'PersonsMerged', spellId: OTHER_ID, data: { mergeId: MERGE_ID, side: 'merged' } },
      { type: 'PersonsMerged', spellId: SPELL_ID, data: { mergeId: MERGE_ID, side: 'remaining' } },
    ]);
    expect(events[0]?.details).toMatchObject({ after: { id: idOf(900), language: 'Hindi' } });
  });

  it('keeps names and numbers out of what is kept for ever', () => {
    const { events } = when(aSpell(), MO, merging(), { others });
    const kept = JSON.stringify(events.map(({ data }) => data));
    for (const secret of ['Patel', '9990000018', 'Admitted twice']) {
      expect(kept).not.toContain(secret);
    }
  });

  it.each<[name: string, spell: Spell, more: Record<string, unknown>, context: object, code: string]>([
    ['a stay that is not there', aSpell(), {}, { others: [] }, 'NOT_FOUND'],
    ['two stays of one record', aSpell({ person: other }), {}, { others }, 'RULE_BROKEN'],
    ['a record corrected meanwhile', aSpell({ person: aPerson({ givenName: 'Anya' }) }), {}, { others }, 'CONFLICT'],
    ['the other one corrected meanwhile', aSpell(), { seen: { remaining: factsOf(aPerson()), merged: factsOf(aPerson()) } }, { others }, 'CONFLICT'],
  ])('refuses %s', (_name, spell, more, context, code) => {
    expect(when(spell, MO, merging(more), context).answer).toMatchObject({ ok: false, code });
  }); // prettier-ignore

  it('is for the hub alone', () => {
    const { answer } = when(aSpell(), PRIYA, merging(), { others });
    expect(answer).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('undoing a merge', () => {
  const after = mergedPerson(aPerson(), other, {});
  const record = { remaining: aPerson(), merged: other, after, reason: 'Admitted twice' };
  const by = { id: 'mo', name: 'Mo Khan', role: 'hub' as const, organisation: 'Test' };
  function mergeOf(side: MergeOfStay['side'], more: Partial<MergeOfStay> = {}): MergeOfStay {
    return { mergeId: MERGE_ID, seq: 5, at: '2026-11-22T10:00:00.000Z', by, side, records: record, ...more }; // prettier-ignore
  }
  const undo = {
    ...{ id: idOf(61), type: 'UndoMerge' as const, spellId: SPELL_ID },
    ...{ mergeId: MERGE_ID, reason: 'Twins' },
  };
  const remains = aSpell({ person: after });
  const merged = { spell: aSpell({ id: OTHER_ID, person: after }), merges: [mergeOf('merged')] };
  const since = { spell: aSpell({ id: idOf(3), person: after }), merges: [] };
  const merges = [mergeOf('remaining')];

  it('gives each stay the record it had, and those that began since the one that remained', () => {
    const { events } = when(remains, MO, undo, { merges, others: [merged, since] });
    expect(events.map(({ spellId, data, details }) => [spellId, data, details])).toMatchObject([
      [OTHER_ID, { personId: other.id }, { person: other }],
      [idOf(3), { personId: idOf(900) }, { person: { language: 'Gujarati' } }],
      [SPELL_ID, { personId: idOf(900) }, { person: aPerson() }],
    ]);
  });

  it.each<[name: string, context: object, code: string]>([
    ['a merge that is not there', { merges: [], others: [merged] }, 'RULE_BROKEN'],
    ['one whose records were erased', { merges: [mergeOf('remaining', { records: null })], others: [merged] }, 'RULE_BROKEN'],
    ['one that another followed', { merges: [...merges, mergeOf('remaining', { mergeId: idOf(62), seq: 9 })], others: [merged] }, 'RULE_BROKEN'],
    ['one whose number is another’s now', { merges, others: [merged], known: { person: aPerson({ id: idOf(990) }), stays: [] } }, 'CONFLICT'],
  ])('refuses %s', (_name, context, code) => {
    expect(when(remains, MO, undo, context).answer).toMatchObject({ ok: false, code });
  }); // prettier-ignore
});
