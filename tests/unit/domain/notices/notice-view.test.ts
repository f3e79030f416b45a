import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTICE_KINDS } from '../../../../domain/notices/notice-kinds.ts';
import type { NoticeLine } from '../../../../domain/notices/notice-view.ts';
import { groupNotices, noticePatient, noticeSays } from '../../../../domain/notices/notice-view.ts';
import { canSeeTask } from '../../../../domain/spell/card-task.ts';
import { projectCard } from '../../../../domain/spell/card.ts';
import { canSee, sightFacts } from '../../../../domain/audience.ts';
import { EVENTS_TOLD, isTold } from '../../../../domain/notices/who-is-told.ts';
import { canSeeAction } from '../../../../domain/actions/action-sight.ts';
import { isOfAction } from '../../../../domain/spell/events.ts';
import type { SpellEvent } from '../../../../domain/spell/events.ts';
import { DEFAULT_CATALOGUE } from '../../../../domain/tasks/default-catalogue.ts';
import { live, places, starts, steps } from '../../../factories/domain-histories.ts';
import {
  ADA,
  BELA,
  HANNAH,
  LONDON,
  MO,
  PRIYA,
  SPELL_ID,
  TODAY,
  WARDS,
  aSpell,
  aTask,
  idOf,
} from '../../../factories/domain-spell.ts';

const CONTEXT = { catalogue: DEFAULT_CATALOGUE };
const CARE = aTask({ id: idOf(60), type: 'care_package', owner: 'social_care' });
const KEY_SAFE = aTask({ id: idOf(61), type: 'key_safe', owner: 'lightbulb' });
const STAY = aSpell({ tasks: [CARE, KEY_SAFE] });
const BY_MO = { id: 'mo', name: 'Mo Khan' };

function event(body: object): SpellEvent {
  const about = { spellId: SPELL_ID, taskId: CARE.id, occurredAt: '2026-11-22T10:00:00.000Z' };
  return { details: null, ...about, by: BY_MO, ...body } as SpellEvent; // each row is a whole event
}
const assignedTo = (assignee: object | null, more: object = {}) =>
  event({ type: 'TaskAssigned', data: { owner: 'hub', from: 'social_care', assignee, ...more } });

const ofAction = (data: object, details: object) => ({
  ...{ taskId: null, data: { actionId: idOf(70), owner: 'ward', ...data }, details },
});

const BELA_REF = { id: 'bela', name: 'Bela Fox' };
const WORDS = [
  ['task_assigned', assignedTo(BELA_REF), 'Assigned to you: Package of care sourcing'],
  ['task_taken', assignedTo({ id: 'ben', name: 'Ben Low' }), 'Now with Ben Low: Package of care sourcing'],
  ['task_taken', assignedTo(null), 'No longer yours: Package of care sourcing'],
  ['task_for_team', assignedTo(null), 'Sent to your team: Package of care sourcing'],
  ['task_for_team', assignedTo(null, { because: 'council_changed' }), 'Sent to your team, as the council changed: Package of care sourcing'],
  ['task_taken', event({ type: 'TaskClaimed', data: { from: BELA_REF } }), 'Took over from you: Package of care sourcing'],
  ['task_taken', event({ type: 'TaskReleased', data: { from: BELA_REF } }), 'No longer yours: Package of care sourcing'],
  ['task_taken', event({ type: 'TaskDeclined', data: { reason: 'not_eligible', from: 'social_care' } }), 'No longer yours: Package of care sourcing'],
  ['task_for_team', event({ type: 'TaskDeclined', data: { reason: 'not_eligible', from: 'social_care' } }), 'Handed back to the hub (not eligible): Package of care sourcing'],
  ['question_asked', event({ type: 'TaskQuestionAsked', data: { questionId: idOf(70), askedOf: 'hub', owner: 'social_care' }, details: { text: 'SECRET' } }), 'Asks the hub about: Package of care sourcing'],
  ['question_answered', event({ type: 'TaskQuestionAnswered', data: { questionId: idOf(70) }, details: { text: 'SECRET' } }), 'Answered your question about: Package of care sourcing'],
  ['escalated', event({ type: 'TaskEscalated', data: { level: 'team_lead', from: null, owner: 'social_care', because: 'person' }, details: { need: 'SECRET' } }), 'Escalated to social care’s team lead: Package of care sourcing'],
  ['escalation_moved', event({ type: 'TaskEscalated', data: { level: 'hub', from: 'team_lead', owner: 'social_care', because: 'target_passed' } }), 'Escalated to the hub, as its target passed long ago: Package of care sourcing'],
  ['escalation_moved', event({ type: 'EscalationAcknowledged', data: { level: 'hub', reviewOn: null }, details: { action: 'SECRET' } }), 'The escalation is taken on: Package of care sourcing'],
  ['escalation_moved', event({ type: 'EscalationResolved', data: { level: 'hub' }, details: { outcome: 'SECRET' } }), 'The escalation is settled: Package of care sourcing'],
  ['escalated', event({ type: 'StayEscalated', taskId: null, data: { level: 'hub', from: null, because: 'person', delayDays: 3 }, details: { need: 'SECRET' } }), 'Escalated to the hub: the stay'],
  ['escalation_moved', event({ type: 'StayEscalated', taskId: null, data: { level: 'duty_director', from: 'hub', because: 'delayed', delayDays: 49 } }), 'Escalated to the duty director, for the length of the delay: the stay'],
  ['escalated', event({ type: 'StayEscalated', taskId: null, data: { level: 'hub', from: null, because: 'nothing_blocks', delayDays: 1 } }), 'Escalated to the hub, as nobody works on it: the stay'],
  ['escalation_moved', event({ type: 'EscalationResolved', taskId: null, data: { level: 'hub' }, details: { outcome: 'SECRET' } }), 'The escalation is settled: the stay'],
  ['patient_ready', event({ type: 'NoCriteriaToResideRecorded', taskId: null, data: { readyDate: '2026-11-20' } }), 'No criteria to reside: ready since Fri 20 Nov'],
  ['edd_closer', event({ type: 'EddSet', taskId: null, data: { edd: '2026-11-25', previous: '2026-11-27' }, details: { reason: 'SECRET' } }), 'EDD moved from Fri 27 Nov to Wed 25 Nov'],
  ['action_given', event({ type: 'ActionAdded', ...ofAction({ dueOn: '2026-11-25' }, { what: 'SECRET' }) }), 'An action is yours, by Wed 25 Nov'],
  ['action_given', event({ type: 'ActionChanged', ...ofAction({ dueOn: '2026-11-25' }, { note: 'SECRET' }) }), 'An action is yours, by Wed 25 Nov'],
  ['action_chased', event({ type: 'ActionChased', ...ofAction({ dueOn: '2026-11-20' }, { words: 'SECRET' }) }), 'Chased: an action to be done by Fri 20 Nov'],
  ['action_ended', event({ type: 'ActionFinished', ...ofAction({ outcome: 'done' }, { words: 'SECRET' }) }), 'An action that you asked for is done'],
  ['action_ended', event({ type: 'ActionFinished', ...ofAction({ outcome: 'not_needed' }, { words: 'SECRET' }) }), 'An action that you asked for is no longer needed'],
] as const; // prettier-ignore

describe('what a notice says', () => {
  it.each(WORDS)('%s: who did it, and what, without what was typed', (kind, of, text) => {
    const says = noticeSays(kind, of, { reader: MO, stay: STAY }, CONTEXT);
    const about = kind.startsWith('action') ? { actionId: idOf(70) } : {};
    expect(says).toEqual({ by: BY_MO, text, taskId: of.taskId, ...about });
  });

  it('has words for every event that is told, and every kind', () => {
    expect(new Set(WORDS.map(([kind]) => kind))).toEqual(new Set(NOTICE_KINDS));
    expect(new Set(WORDS.map(([, of]) => of.type))).toEqual(new Set(EVENTS_TOLD));
  });

  it.each([
    ['somebody of another council', { ...BELA, place: 'rutland' as const }],
    ['a ward that the patient has left', { ...PRIYA, wardIds: ['g20'] }],
    ['housing, about a task of social care', HANNAH],
    ['an administrator', ADA],
  ])('says nothing to %s', (_who, reader) => {
    expect(noticeSays('task_taken', assignedTo(null), { reader, stay: STAY }, CONTEXT)).toBeNull();
  });

  it('says nothing to a role that the kind is not for, though the patient is in sight', () => {
    const ready = event({ type: 'NoCriteriaToResideRecorded', taskId: null, data: { readyDate: '2026-11-20' } }); // prettier-ignore
    expect(noticeSays('patient_ready', ready, { reader: HANNAH, stay: STAY }, CONTEXT)).toBeNull();
    const moved = event({ type: 'EddSet', taskId: null, data: { edd: '2026-11-25', previous: '2026-11-27' } }); // prettier-ignore
    expect(noticeSays('edd_closer', moved, { reader: HANNAH, stay: STAY }, CONTEXT)).not.toBeNull();
  });

  it('in any stay, to anybody: nothing typed, nobody out of sight, nothing their role does not see', () => {
    let read = 0;
    const given = fc.record({ start: starts, place: places, taken: steps });
    fc.assert(
      fc.property(given, (history) => {
        const { spell, events } = live(history);
        for (const reader of [PRIYA, BELA, HANNAH, MO, ADA]) {
          for (const one of events.filter(isTold)) {
            for (const kind of NOTICE_KINDS) {
              const says = noticeSays(kind, one, { reader, stay: spell }, CONTEXT);
              if (says === null) continue;
              read += 1;
              expect(canSee(reader, sightFacts(spell))).toBe(true);
              const task = spell.tasks.find(({ id }) => id === one.taskId);
              expect(task === undefined || canSeeTask(reader, task)).toBe(true);
              if (isOfAction(one)) expect(canSeeAction(reader, one.data)).toBe(true);
              const card = projectCard(spell, 1, reader, { wards: WARDS, catalogue: DEFAULT_CATALOGUE, asOfDay: TODAY, timeZone: LONDON }); // prettier-ignore
              const shown = JSON.stringify([says, noticePatient(card)]);
              expect(shown).not.toContain('SECRET');
              if (reader.role === 'housing') {
                expect(shown).not.toMatch(/nhsNumber|999\d{7}|criteria to reside|bed"/i);
              }
            }
          }
        }
      }),
      { seed: 20_261_122, numRuns: 200 },
    );
    expect(read).toBeGreaterThan(100);
  });
});

describe('how notices are grouped', () => {
  const card = (id: number) =>
    projectCard(aSpell({ id: idOf(id) }), 1, MO, { wards: WARDS, catalogue: DEFAULT_CATALOGUE, asOfDay: TODAY, timeZone: LONDON }); // prettier-ignore
  const line = (id: number, at: string, isSeen = true): NoticeLine => ({
    ...{ id, at, isRead: false },
    says: isSeen ? { by: BY_MO, text: 'EDD moved', taskId: null } : null,
  });

  it('by day and patient, the newest first', () => {
    const [one, two] = [noticePatient(card(1)), noticePatient(card(2))];
    const groups = groupNotices(
      [
        { line: line(1, '2026-11-21T09:00:00.000Z'), patient: one },
        { line: line(2, '2026-11-22T09:00:00.000Z'), patient: one },
        { line: line(3, '2026-11-22T10:00:00.000Z'), patient: two },
        { line: line(4, '2026-11-22T11:00:00.000Z'), patient: one },
      ],
      LONDON,
    );
    expect(
      groups.map(({ day, patient, lines }) => [day, patient?.id, lines.map(({ id }) => id)]),
    ).toEqual([
      ['2026-11-22', idOf(1), [4, 2]],
      ['2026-11-22', idOf(2), [3]],
      ['2026-11-21', idOf(1), [1]],
    ]);
  });

  it('by the day in London, in the nights of both clock changes', () => {
    const days = [
      '2026-03-28T23:59:00.000Z',
      '2026-03-29T23:30:00.000Z',
      '2026-10-24T23:30:00.000Z',
      '2026-10-25T23:30:00.000Z',
    ].map((at, id) => groupNotices([{ line: line(id, at), patient: null }], LONDON)[0]?.day);
    expect(days).toEqual(['2026-03-28', '2026-03-30', '2026-10-25', '2026-10-25']);
  });

  it('what is out of sight stands together, without a name', () => {
    const [one, two] = [noticePatient(card(1)), noticePatient(card(2))];
    const groups = groupNotices(
      [
        { line: line(1, '2026-11-22T09:00:00.000Z', false), patient: one },
        { line: line(2, '2026-11-22T09:30:00.000Z', false), patient: two },
      ],
      LONDON,
    );
    expect(groups).toHaveLength(1);
    expect(groups[0]?.patient).toBeNull();
    expect(groupNotices([], LONDON)).toEqual([]);
  });
});
