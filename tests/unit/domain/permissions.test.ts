import { describe, expect, it } from 'vitest';
import type { Actor, ActorRole } from '../../../domain/actor.ts';
import type { CommandType, PermissionFacts } from '../../../domain/permissions.ts';
import { COMMAND_TYPES, authorise, factsOf, isAllowed } from '../../../domain/permissions.ts';
import type { Pathway } from '../../../domain/spell/pathway.ts';
import { PATHWAYS } from '../../../domain/spell/pathway.ts';
import { DEFAULT_CATALOGUE } from '../../../domain/tasks/default-catalogue.ts';
import type { TaskOwner } from '../../../domain/tasks/task-types.ts';
import { TASK_OWNERS } from '../../../domain/tasks/task-types.ts';
import {
  ACTOR_OF,
  FEED,
  MO,
  PRIYA,
  SPELL_ID,
  TIMER,
  TOM,
  aPerson,
  aSpell,
  aTask,
  anAction,
  idOf,
  parsed,
} from '../../factories/domain-spell.ts';

/**
 * The words of the handbook's table. `-` never; `yes` wherever the stay is in sight; `own wards`;
 * `team` tasks of the role's team; `team+` those of therapy and community health too; `lead` and
 * `lead team` for team leads only; `P0` what a ward may agree, and any recommendation.
 */
type Word =
  | '-'
  | 'yes'
  | 'own wards'
  | 'team'
  | 'team+'
  | 'a task'
  | 'lead team'
  | 'social care, lightbulb'
  | 'lightbulb'
  | 'P0';

type Line = [CommandType, Word, Word, Word, Word, Word, Word, Word];

//   command, ward, broker, Lightbulb, hub, administrator, timer, feed
const HANDBOOK: Line[] = [
  ['AdmitPatient', 'own wards', '-', '-', 'yes', '-', '-', 'yes'],
  ['TransferPatient', 'own wards', '-', '-', 'yes', '-', '-', 'yes'],
  ['UpdatePerson', 'own wards', '-', '-', 'yes', '-', '-', 'yes'],
  ['MergePersons', '-', '-', '-', 'yes', '-', '-', 'yes'],
  ['UndoMerge', '-', '-', '-', 'yes', '-', '-', '-'],
  ['DischargePatient', 'yes', '-', '-', 'yes', '-', '-', 'yes'],
  ['CancelDischarge', 'yes', '-', '-', 'yes', '-', '-', 'yes'],
  ['LeaveBoard', '-', '-', '-', '-', '-', 'yes', '-'],
  ['SetEdd', 'yes', '-', '-', 'yes', '-', '-', 'yes'],
  ['SetClinicalCriteria', 'yes', '-', '-', 'yes', '-', '-', '-'],
  ['SetPathway', 'P0', '-', '-', 'yes', '-', '-', '-'],
  ['RecordCriteriaToReside', 'yes', '-', '-', 'yes', '-', '-', 'yes'],
  ['RecordNoCriteriaToReside', 'yes', '-', '-', 'yes', '-', '-', 'yes'],
  ['AddTask', 'yes', 'social care, lightbulb', 'lightbulb', 'yes', '-', '-', '-'],
  ['AddTaskSet', 'yes', '-', '-', 'yes', '-', '-', '-'],
  ['ClaimTask', 'team+', 'team', 'team', 'yes', '-', '-', '-'],
  ['ReleaseTask', 'team+', 'team', 'team', 'yes', '-', '-', '-'],
  ['StartTask', 'team+', 'team', 'team', 'yes', '-', '-', '-'],
  ['SetTaskWaiting', 'team+', 'team', 'team', 'yes', '-', '-', '-'],
  ['CompleteTask', 'team+', 'team', 'team', 'yes', '-', '-', '-'],
  ['CancelTask', 'own wards', 'team', 'team', 'yes', '-', '-', '-'],
  ['DeclineTask', 'team+', 'team', 'team', 'yes', '-', '-', '-'],
  ['ReopenTask', 'team+', 'team', 'team', 'yes', '-', '-', '-'],
  ['SetTaskBlocking', 'own wards', 'team', 'team', 'yes', '-', '-', '-'],
  ['SetTaskDue', 'team', 'team', 'team', 'yes', '-', '-', '-'],
  ['AssignTask', 'team', 'lead team', 'lead team', 'yes', '-', '-', '-'],
  ['FollowCatalogue', '-', '-', '-', 'yes', '-', 'yes', '-'],
  ['AskAboutTask', 'team+', 'team', 'team', 'yes', '-', '-', '-'],
  ['AnswerTaskQuestion', 'yes', '-', '-', 'yes', '-', '-', '-'],
  ['RecordProvider', 'team+', 'team', 'team', 'yes', '-', '-', '-'],
  ['SetPackageStart', 'team+', 'team', 'team', 'yes', '-', '-', '-'],
  ['RecordHousingStep', '-', '-', 'yes', 'yes', '-', '-', '-'],
  ['SetHomeDetails', '-', '-', 'yes', 'yes', '-', '-', '-'],
  ['SetInterimPlan', '-', '-', 'yes', 'yes', '-', '-', '-'],
  ['AddNote', 'yes', 'yes', 'yes', 'yes', '-', '-', '-'],
  ['RecordBoardRound', 'yes', '-', '-', 'yes', '-', '-', '-'],
  ['ReviewLongStay', 'yes', '-', '-', 'yes', '-', '-', '-'],
  ['SetPrimaryReason', '-', '-', '-', 'yes', '-', '-', '-'],
  ['Escalate', 'yes', 'yes', 'a task', 'yes', '-', 'yes', '-'],
  ['AcknowledgeEscalation', '-', 'lead team', 'lead team', 'yes', '-', '-', '-'],
  ['ResolveEscalation', '-', '-', '-', 'yes', '-', '-', '-'],
  ['AddAction', 'yes', 'yes', 'lightbulb', 'yes', '-', '-', '-'],
  ['ChangeAction', 'team+', 'team', 'team', 'yes', '-', '-', '-'],
  ['FinishAction', 'team+', 'team', 'team', 'yes', '-', '-', '-'],
  ['ChaseAction', 'yes', 'yes', 'yes', 'yes', '-', 'yes', '-'],
];

const COLUMNS: ActorRole[] = ['ward', 'broker', 'housing', 'hub', 'admin', 'timer', 'feed'];

const ACTORS: Record<ActorRole, Actor> = { ...ACTOR_OF, timer: TIMER, feed: FEED };

const TEAM: Record<ActorRole, TaskOwner | null> = {
  ward: 'ward',
  broker: 'social_care',
  housing: 'lightbulb',
  hub: 'hub',
  admin: null,
  timer: null,
  feed: null,
};

function means(word: Word, role: ActorRole, isTeamLead: boolean, facts: PermissionFacts): boolean {
  const isTeam = facts.taskOwner !== null && facts.taskOwner === TEAM[role];
  switch (word) {
    case '-':
      return false;
    case 'yes':
      return true;
    case 'own wards':
      return facts.wardId === 'w15' || facts.wardId === 'w16';
    case 'team':
      return isTeam;
    case 'team+':
      return isTeam || facts.taskOwner === 'community';
    case 'a task':
      return facts.taskOwner !== null;
    case 'lead team':
      return isTeamLead && isTeam;
    case 'social care, lightbulb':
      return facts.taskOwner === 'social_care' || facts.taskOwner === 'lightbulb';
    case 'lightbulb':
      return facts.taskOwner === 'lightbulb';
    case 'P0':
      return (
        facts.pathway !== null &&
        (facts.pathway.as !== 'agreed' || facts.pathway.pathway === 'no_onward_care')
      );
    default:
      return word satisfies never;
  }
}

const wardIds = ['w15', 'w16', 'g20', null];
const owners = [...TASK_OWNERS, null];
const pathways = [
  null,
  ...PATHWAYS.flatMap((pathway: Pathway) =>
    ([undefined, 'recommended', 'agreed'] as const).map((as) => ({ pathway, as })),
  ),
];

/** Every combination of what a permission may hang on. */
const ALL_FACTS: PermissionFacts[] = wardIds.flatMap((wardId) =>
  owners.flatMap((taskOwner) => pathways.map((pathway) => ({ wardId, taskOwner, pathway }))),
);

describe('who may do what', () => {
  it('has a line for every command', () => {
    expect(HANDBOOK.map(([type]) => type)).toEqual([...COMMAND_TYPES]);
    expect(COMMAND_TYPES).toHaveLength(45);
  });

  it.each(HANDBOOK)(
    '%s: ward %s, broker %s, Lightbulb %s, hub %s, administrator %s, timer %s, feed %s',
    (type, ...words) => {
      const wrong = COLUMNS.flatMap((role, column) =>
        [true, false].flatMap((isTeamLead) => {
          const actor = { ...ACTORS[role], isTeamLead };
          const word = words[column] ?? '-';
          return ALL_FACTS.filter(
            (facts) => isAllowed(actor, type, facts) !== means(word, role, isTeamLead, facts),
          ).map((facts) => ({ role, isTeamLead, facts }));
        }),
      );
      expect(wrong).toEqual([]);
    },
  );

  it('gives a ward coordinator without wards nothing that hangs on a ward', () => {
    const actor = { ...PRIYA, wardIds: [] };
    const facts = { wardId: 'w15', taskOwner: 'ward', pathway: null } as const;
    expect(isAllowed(actor, 'AdmitPatient', facts)).toBe(false);
    expect(isAllowed(actor, 'CancelTask', facts)).toBe(false);
  });
});

describe('what a permission hangs on', () => {
  const common = { id: idOf(2), spellId: SPELL_ID };

  it('is the ward that an admission names', () => {
    const { id: _id, ...person } = aPerson();
    const command = parsed({
      id: idOf(2),
      type: 'AdmitPatient',
      person,
      wardId: 'g20',
      admittedAt: '2026-11-22T09:00:00Z',
    });
    expect(factsOf(command, null, DEFAULT_CATALOGUE).wardId).toBe('g20');
    expect(authorise(PRIYA, command, null, DEFAULT_CATALOGUE)).toBeNull();
    expect(authorise(MO, command, null, DEFAULT_CATALOGUE)).toEqual({ command });
  });

  it.each([
    ['leicester', 'social_care'],
    ['rutland', 'social_care'],
    ['leicestershire', 'lightbulb'],
  ] as const)('is who would do a major adaptation in %s: %s', (place, owner) => {
    const spell = aSpell({ person: aPerson({ place }) });
    const command = parsed({
      ...common,
      type: 'AddTask',
      taskType: 'major_adaptation',
      blocking: true,
    });
    expect(factsOf(command, spell, DEFAULT_CATALOGUE).taskOwner).toBe(owner);
  });

  it('is the owner of the task as it is, not as the catalogue has it', () => {
    const spell = aSpell({ tasks: [aTask({ owner: 'hub' })] });
    const command = parsed({ ...common, type: 'ClaimTask', taskId: idOf(50) });
    expect(factsOf(command, spell, DEFAULT_CATALOGUE).taskOwner).toBe('hub');
    expect(authorise(PRIYA, command, spell, DEFAULT_CATALOGUE)).toBeNull();
  });

  it('is the team of an action, and who asked for it', () => {
    const spell = aSpell({ actions: [anAction({ owner: 'social_care', askedBy: PRIYA })] });
    const command = parsed({
      ...{ ...common, type: 'FinishAction', actionId: idOf(70) },
      ...{ outcome: 'done', words: 'The panel agreed' },
    });
    expect(factsOf(command, spell, DEFAULT_CATALOGUE)).toMatchObject({
      ...{ taskOwner: 'social_care', askedById: PRIYA.id },
    });
    expect(authorise(PRIYA, command, spell, DEFAULT_CATALOGUE)).toEqual({ command });
    expect(authorise(TOM, command, spell, DEFAULT_CATALOGUE)).toBeNull();
  });

  it('is nobody for a task that is not there', () => {
    const command = parsed({ ...common, type: 'ClaimTask', taskId: idOf(99) });
    expect(factsOf(command, aSpell(), DEFAULT_CATALOGUE).taskOwner).toBeNull();
  });
});
