import { describe, expect, it } from 'vitest';
import { parseContent } from '../../../../domain/catalogue/catalogue-content.ts';
import { DEFAULT_CONTENT } from '../../../../domain/catalogue/default-content.ts';
import type { CatalogueEdition } from '../../../../domain/catalogue/edition.ts';
import {
  decideSaveCatalogue,
  parseSaveCatalogue,
} from '../../../../domain/catalogue/save-catalogue.ts';
import { whatChanged } from '../../../../domain/catalogue/what-changed.ts';
import type { Actor } from '../../../../domain/actor.ts';
import { DEFAULT_CATALOGUE } from '../../../../domain/tasks/default-catalogue.ts';
import {
  administrator,
  broker,
  housingOfficer,
  hubManager,
  wardCoordinator,
} from '../../../factories/actor.ts';
import { anEdition, firstEdition, withType } from '../../../factories/catalogue.ts';
import { NOW } from '../../../factories/clock.ts';
import { idOf } from '../../../factories/ids.ts';

const { type: _type, ...KEY_SAFE } = DEFAULT_CATALOGUE.key_safe;
const FIRST = [firstEdition()];

function order(change: object, more: object = {}) {
  return { id: idOf(1), type: 'SaveCatalogue', seenVersion: 1, change, ...more };
}

function save(
  body: object,
  editions: readonly CatalogueEdition[] = FIRST,
  actor: Actor = hubManager(),
) {
  const parsed = parseSaveCatalogue(body);
  if (!parsed.ok) return parsed;
  const context = { actor, now: NOW, timeZone: 'Europe/London' };
  return decideSaveCatalogue(editions, parsed.command, context);
}

/** The edition that a change makes; throws where it is refused. */
function saved(body: object, editions = FIRST): CatalogueEdition {
  const decision = save(body, editions);
  if (!decision.ok || decision.draft === null) throw new Error(JSON.stringify(decision));
  parseContent(structuredClone(decision.draft.content));
  return { ...decision.draft, followed: null };
}

const keySafe = (changes: object = {}) => ({
  ...{ kind: 'type', taskType: 'key_safe', ...KEY_SAFE, ...changes },
});
const taxi = { kind: 'new_type', ...KEY_SAFE, name: 'Taxi home', owner: 'ward' };
const aSet = { name: 'Home by taxi', tasks: [{ type: 'transport', blocking: true }] };

describe('saving an edition of the catalogue', () => {
  it('changes one type, and says who did it', () => {
    const edition = saved(order(keySafe({ owner: 'hub', target: { kind: 'hours', hours: 24 } })));
    expect(edition).toMatchObject({
      number: 2,
      follow: null,
      saved: { by: { id: hubManager().id } },
    });
    expect(whatChanged(DEFAULT_CONTENT, edition.content)).toEqual([
      {
        about: 'Key safe, keys, access',
        changes: ['Done by: Lightbulb, now Hub', 'Target: 48 hours, now 24 hours'],
      },
    ]);
  });

  it('makes a type with a key of its own, once', () => {
    const second = saved(order(taxi));
    expect(second.content.types.at(-1)).toMatchObject({ type: 'own_taxi_home', isOffered: true });
    const renamed = { ...taxi, kind: 'type', taskType: 'own_taxi_home', name: 'Cab' };
    const third = saved(order(renamed, { id: idOf(2), seenVersion: 2 }), [...FIRST, second]);
    expect(third.content.types.at(-1)).toMatchObject({ type: 'own_taxi_home', name: 'Cab' });
    const again = saved(order(taxi, { id: idOf(3), seenVersion: 3 }), [...FIRST, second, third]);
    expect(again.content.types.at(-1)?.type).toBe('own_taxi_home_2');
  });

  it('makes, changes and takes away a set', () => {
    const made = saved(order({ kind: 'new_set', ...aSet }));
    expect(made.content.sets.at(-1)).toEqual({ key: 'home_by_taxi', ...aSet });
    const editions = [...FIRST, made];
    const gone = saved(
      order({ kind: 'remove_set', key: 'home_by_taxi' }, { seenVersion: 2 }),
      editions,
    );
    expect(gone.content).toEqual(DEFAULT_CONTENT);
    expect(whatChanged(made.content, gone.content)).toEqual([
      { about: 'Set: Home by taxi', changes: ['Taken away'] },
    ]);
  });

  it('goes back to an earlier edition; what was made since is kept, no longer offered', () => {
    const second = saved(order(taxi));
    const back = saved(order({ kind: 'restore', number: 1 }, { seenVersion: 2 }), [
      ...FIRST,
      second,
    ]);
    expect(back.number).toBe(3);
    expect(back.content.types.slice(0, -1)).toEqual(DEFAULT_CONTENT.types);
    expect(back.content.types.at(-1)).toMatchObject({ type: 'own_taxi_home', isOffered: false });
  });

  it('is nothing new where the catalogue says so already', () => {
    expect(save(order(keySafe()))).toEqual({ ok: true, draft: null });
    expect(save(order({ kind: 'restore', number: 1 }))).toEqual({ ok: true, draft: null });
  });

  it.each<[string, object, string, string]>([
    ['no name', keySafe({ name: '  ' }), 'name', 'Enter the name that people see'],
    ['another’s name', keySafe({ name: 'patient TRANSPORT' }), 'name', 'There is a task called “patient TRANSPORT” already.'],
    ['a name of signs', { ...taxi, name: '???' }, 'name', 'Use letters or numbers in the name.'],
    ['an owner that is none', keySafe({ owner: 'police' }), 'owner', 'Choose who does it'],
    ['no hours', keySafe({ target: { kind: 'hours', hours: '' } }), 'amount', 'Enter a whole number'],
    ['half an hour', keySafe({ target: { kind: 'hours', hours: 0.5 } }), 'amount', 'Enter a whole number'],
    ['a year of hours', keySafe({ target: { kind: 'hours', hours: 9999 } }), 'amount', 'Enter a number up to 720'],
    ['a reason that is none', keySafe({ processReason: 'X9' }), 'processReason', 'Choose a reason from the national list'],
    ['a capacity reason that is none', keySafe({ capacityReason: 'H1' }), 'capacityReason', 'Choose a reason from the capacity group.'],
    ['an empty set', { kind: 'new_set', name: 'Empty', tasks: [] }, 'tasks', 'Choose at least one task'],
    ['a set of one thing twice', { kind: 'new_set', name: 'Twice', tasks: [...aSet.tasks, ...aSet.tasks] }, 'tasks', 'Each task stands in a set once.'],
    ['a set of what is not there', { kind: 'new_set', name: 'Gone', tasks: [{ type: 'own_gone', blocking: true }] }, 'tasks', 'A task of this set is not offered any more. Take it out.'],
  ])('is refused with %s', (_what, change, field, message) => {
    expect(save(order(change))).toMatchObject({ ok: false, fields: { [field]: message } });
  }); // prettier-ignore

  it('leaves finding the council with the hub', () => {
    const { type, ...entry } = DEFAULT_CATALOGUE.find_council;
    const change = { kind: 'type', taskType: type, ...entry, owner: 'ward' };
    expect(save(order(change))).toMatchObject({ ok: false, code: 'RULE_BROKEN' });
  });

  it.each([wardCoordinator(), broker(), housingOfficer()])('is not for $role', (actor) => {
    expect(save(order(taxi), FIRST, actor)).toMatchObject({ ok: false, code: 'NOT_ALLOWED' });
  });

  it('is for an administrator too, who lets no open task follow', () => {
    expect(save(order(taxi), FIRST, administrator())).toMatchObject({ ok: true });
    const follow = { targets: true, owners: false };
    expect(
      save(order(keySafe({ owner: 'hub' }), { follow }), FIRST, administrator()),
    ).toMatchObject({
      ok: false,
      code: 'NOT_ALLOWED',
    });
  });

  it('lets open tasks follow only the types that have another target or team', () => {
    const follow = { targets: true, owners: true };
    expect(saved(order(keySafe({ owner: 'hub' }), { follow })).follow).toEqual({
      types: ['key_safe'],
      ...follow,
    });
    expect(saved(order(keySafe({ name: 'Keys' }), { follow })).follow?.types).toEqual([]);
  });
});

describe('two people at once', () => {
  const content = withType(DEFAULT_CONTENT, 'key_safe', { name: 'Keys' });
  const editions = [...FIRST, anEdition(2, { content })];

  it('who changes what another has changed since is told who, and what stands', () => {
    expect(save(order(keySafe({ name: 'Key box' })), editions)).toMatchObject({
      ok: false,
      code: 'CONFLICT',
      current: { value: '2', by: { id: hubManager().id } },
    });
    expect(save(order({ kind: 'restore', number: 1 }), editions)).toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('who changes another thing is not in the way, and keeps what the other saved', () => {
    const decision = save(order(taxi), editions);
    expect(decision).toMatchObject({ ok: true, draft: { number: 3 } });
    if (decision.ok) expect(decision.draft?.content.types).toContainEqual(content.types.find(({ type }) => type === 'key_safe')); // prettier-ignore
  });

  it('who wants what stands already gets it', () => {
    expect(save(order(keySafe({ name: 'Keys' })), editions)).toEqual({ ok: true, draft: null });
  });
});
