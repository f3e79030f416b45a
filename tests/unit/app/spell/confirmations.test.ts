import { describe, expect, it } from 'vitest';
import { pathwaysAsField, unconfirmed } from '../../../../app/spell/confirmations.ts';
import { formOfValues } from '../../../../app/spell/form-values.ts';
import type { Role } from '../../../../domain/actor.ts';
import type { NationalPathway, Pathway, PathwayChoice } from '../../../../domain/spell/pathway.ts';

const nothingYet: PathwayChoice = { recommended: 'none_set', agreed: 'none_set', national: null };
const reablement: PathwayChoice = {
  ...{ recommended: 'reablement', agreed: 'reablement', national: 'P1' },
};
const recommendedOnly: PathwayChoice = { ...reablement, agreed: 'none_set' };
const P1_TO_P3 = 'Confirm that the national pathway changes from P1 to P3';

type Asked = { before: PathwayChoice; pathway: Pathway; national?: NationalPathway };

function asking({ before, pathway, national }: Asked, role: Role, confirmed?: string) {
  const form = formOfValues({
    ...{ before: [pathwaysAsField(before)], pathway: [pathway] },
    ...(national && { national: [national] }),
    ...(confirmed && { confirmed: [confirmed] }),
  });
  return unconfirmed('SetPathway', form, role);
}

describe('a pathway is confirmed where the national one gives way to another', () => {
  it.each<[string, Asked, Role, string | null]>([
    ['a first pathway', { before: nothingYet, pathway: 'long_term_care' }, 'hub', null],
    ['one returned alike', { before: reablement, pathway: 'intermediate_care_home' }, 'hub', null],
    ['one returned otherwise', { before: reablement, pathway: 'long_term_care' }, 'hub', P1_TO_P3],
    [
      'the same, returned otherwise',
      {
        before: { ...reablement, recommended: 'lightbulb', agreed: 'lightbulb' },
        pathway: 'lightbulb',
        national: 'P3',
      },
      'hub',
      P1_TO_P3,
    ],
    [
      'none any more',
      { before: reablement, pathway: 'none_set' },
      'hub',
      'Confirm that the national pathway P1 is taken off',
    ],
    [
      'another recommendation while none is agreed',
      { before: recommendedOnly, pathway: 'long_term_care' },
      'ward',
      P1_TO_P3,
    ],
    [
      'another recommendation beside the agreed one, which stands',
      { before: reablement, pathway: 'long_term_care' },
      'ward',
      null,
    ],
    [
      'no onward care, which a ward agrees by itself',
      { before: reablement, pathway: 'no_onward_care' },
      'ward',
      'Confirm that the national pathway changes from P1 to P0',
    ],
  ])('%s', (_what, asked, role, sentence) => {
    expect(asking(asked, role)).toBe(sentence);
    if (sentence !== null) expect(asking(asked, role, sentence)).toBeNull();
  });

  it('a tick for one change confirms no other', () => {
    const toBed = { before: reablement, pathway: 'intermediate_care_bed' } as const;
    expect(asking(toBed, 'hub', P1_TO_P3)).toBe(
      'Confirm that the national pathway changes from P1 to P2',
    );
    expect(asking(toBed, 'hub', 'yes')).not.toBeNull();
  });

  it.each(['', 'reablement', 'constructor reablement P1', 'x y z'])(
    'a form that does not say what it was made from ("%s") asks nothing: the server decides by what was seen',
    (before) => {
      const form = formOfValues({ before: [before], pathway: ['long_term_care'] });
      expect(unconfirmed('SetPathway', form, 'hub')).toBeNull();
    },
  );
});

describe('always confirmed', () => {
  it.each(['RecordNoCriteriaToReside', 'DischargePatient', 'CancelDischarge'] as const)(
    '%s',
    (type) => {
      expect(unconfirmed(type, formOfValues({}), 'ward')).toMatch(/^Confirm that/);
      expect(unconfirmed(type, formOfValues({ confirmed: ['no'] }), 'ward')).not.toBeNull();
      expect(unconfirmed(type, formOfValues({ confirmed: ['yes'] }), 'ward')).toBeNull();
    },
  );
});
