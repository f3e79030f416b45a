import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActorRole } from '../../../../domain/actor.ts';
import type {
  NationalPathway,
  Pathway,
  PathwayChoice,
  PathwayStanding,
} from '../../../../domain/spell/pathway.ts';
import {
  NATIONAL_CHOICES,
  NATIONAL_PATHWAYS,
  PATHWAYS,
  PATHWAY_COLUMNS,
  PATHWAY_NAMES,
  nextPathwayChoice,
  pathwayStanding,
  shownPathway,
} from '../../../../domain/spell/pathway.ts';

const choice = (
  recommended: Pathway,
  agreed: Pathway = 'none_set',
  national: NationalPathway | null = null,
): PathwayChoice => ({ recommended, agreed, national });

const NOTHING = choice('none_set');

describe('whether a pathway is recommended or agreed', () => {
  it.each<[ActorRole, Pathway, 'recommended' | 'agreed' | undefined, PathwayStanding]>([
    ['hub', 'reablement', undefined, 'agreed'],
    ['hub', 'reablement', 'agreed', 'agreed'],
    ['hub', 'reablement', 'recommended', 'recommended'],
    ['hub', 'no_onward_care', undefined, 'agreed'],
    ['hub', 'no_onward_care', 'recommended', 'recommended'],
    ['ward', 'reablement', undefined, 'recommended'],
    ['ward', 'reablement', 'recommended', 'recommended'],
    ['ward', 'reablement', 'agreed', 'agreed'],
    ['ward', 'no_onward_care', undefined, 'both'],
    ['ward', 'no_onward_care', 'agreed', 'both'],
    ['ward', 'no_onward_care', 'recommended', 'recommended'],
    ['ward', 'none_set', undefined, 'recommended'],
  ])('%s sets %s as %s: %s', (role, pathway, asked, standing) => {
    expect(pathwayStanding(role, pathway, asked)).toBe(standing);
  });
});

describe('what the two pathways become', () => {
  it.each<[string, PathwayChoice, Pathway, PathwayStanding, PathwayChoice]>([
    [
      'a first recommendation',
      NOTHING,
      'reablement',
      'recommended',
      choice('reablement', 'none_set', 'P1'),
    ],
    [
      'the ward sends somebody home without care by itself',
      NOTHING,
      'no_onward_care',
      'both',
      choice('no_onward_care', 'no_onward_care', 'P0'),
    ],
    [
      'the hub agrees what was recommended',
      choice('reablement', 'none_set', 'P1'),
      'reablement',
      'agreed',
      choice('reablement', 'reablement', 'P1'),
    ],
    [
      'the hub agrees something else: the recommendation stands beside it',
      choice('reablement', 'none_set', 'P1'),
      'long_term_care',
      'agreed',
      choice('reablement', 'long_term_care', 'P3'),
    ],
    [
      'the hub agrees what nobody recommended',
      NOTHING,
      'intermediate_care_bed',
      'agreed',
      choice('intermediate_care_bed', 'intermediate_care_bed', 'P2'),
    ],
    [
      'the ward recommends another: what the hub agreed stands',
      choice('reablement', 'long_term_care', 'P3'),
      'intermediate_care_bed',
      'recommended',
      choice('intermediate_care_bed', 'long_term_care', 'P3'),
    ],
    [
      'the ward finds that care is needed after all: its "no onward care" is withdrawn',
      choice('no_onward_care', 'no_onward_care', 'P0'),
      'reablement',
      'recommended',
      choice('reablement', 'none_set', 'P1'),
    ],
    [
      'the ward recommends the "no onward care" that is agreed already: it stays agreed',
      choice('no_onward_care', 'no_onward_care', 'P0'),
      'no_onward_care',
      'recommended',
      choice('no_onward_care', 'no_onward_care', 'P0'),
    ],
    [
      'the ward takes its "no onward care" back to undecided',
      choice('no_onward_care', 'no_onward_care', 'P0'),
      'none_set',
      'recommended',
      NOTHING,
    ],
    [
      'the hub clears both',
      choice('reablement', 'long_term_care', 'P3'),
      'none_set',
      'agreed',
      NOTHING,
    ],
    [
      'the ward takes its recommendation back: what the hub agreed stands',
      choice('reablement', 'long_term_care', 'P3'),
      'none_set',
      'recommended',
      choice('none_set', 'long_term_care', 'P3'),
    ],
  ])('%s', (_what, before, pathway, standing, after) => {
    expect(nextPathwayChoice(before, pathway, standing)).toEqual(after);
  });

  it.each<
    [
      string,
      PathwayChoice,
      Pathway,
      PathwayStanding,
      NationalPathway | undefined,
      NationalPathway | null,
    ]
  >([
    ['chosen with it', NOTHING, 'lightbulb', 'agreed', 'P3', 'P3'],
    ['not chosen: the usual one', NOTHING, 'lightbulb', 'agreed', undefined, 'P1'],
    [
      'kept while the same pathway is agreed',
      choice('lightbulb', 'none_set', 'P3'),
      'lightbulb',
      'agreed',
      undefined,
      'P3',
    ],
    [
      'changed by choosing again',
      choice('lightbulb', 'lightbulb', 'P3'),
      'lightbulb',
      'agreed',
      'P0',
      'P0',
    ],
    [
      'reset with another pathway, even where it would be possible',
      choice('no_onward_care', 'no_onward_care', 'P0'),
      'lightbulb',
      'agreed',
      undefined,
      'P1',
    ],
    [
      'reset with another pathway, as it would be impossible',
      choice('long_term_care', 'long_term_care', 'P3'),
      'reablement',
      'agreed',
      undefined,
      'P1',
    ],
    [
      'that of the agreed pathway, untouched by a recommendation beside it',
      choice('reablement', 'reablement', 'P1'),
      'intermediate_care_bed',
      'recommended',
      'P2',
      'P1',
    ],
    [
      'never made P0 by a recommendation beside an agreed pathway',
      choice('lightbulb', 'lightbulb', 'P1'),
      'no_onward_care',
      'recommended',
      'P0',
      'P1',
    ],
    [
      'gone with the pathway',
      choice('reablement', 'reablement', 'P1'),
      'none_set',
      'agreed',
      undefined,
      null,
    ],
  ])('the national pathway is %s', (_what, before, pathway, standing, national, after) => {
    expect(nextPathwayChoice(before, pathway, standing, national).national).toBe(after);
  });

  it('the national pathway is always one that the shown pathway may be returned as', () => {
    const steps = fc.array(
      fc
        .record({
          pathway: fc.constantFrom(...PATHWAYS),
          standing: fc.constantFrom<PathwayStanding>('recommended', 'agreed', 'both'),
          national: fc.option(fc.constantFrom(...NATIONAL_PATHWAYS), { nil: undefined }),
        })
        .filter(
          ({ pathway, national }) =>
            national === undefined || NATIONAL_CHOICES[pathway].includes(national),
        ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(steps, (given) => {
        let now = NOTHING;
        for (const { pathway, standing, national } of given) {
          now = nextPathwayChoice(now, pathway, standing, national);
          const choices = NATIONAL_CHOICES[shownPathway(now)];
          if (now.national === null) expect(choices).toEqual([]);
          else expect(choices).toContain(now.national);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the pathways', () => {
  it('are shown by their names, and returned nationally', () => {
    expect(PATHWAYS.map((name) => [PATHWAY_NAMES[name], NATIONAL_CHOICES[name].join(' ')])).toEqual(
      [
        ['Not yet decided', ''],
        ['No onward care', 'P0'],
        ['Intermediate care at home', 'P1'],
        ['Intermediate care bed', 'P2'],
        ['Reablement at home', 'P1'],
        ['Lightbulb home adaptation', 'P1 P0 P3'],
        ['Long-term care placement', 'P3'],
        ['End of life / Fast Track', 'P1 P3'],
      ],
    );
  });

  it('have each exactly one column on the board', () => {
    const inColumns = PATHWAY_COLUMNS.flatMap((column) => [...column.pathways]);
    expect([...inColumns].sort()).toEqual([...PATHWAYS].sort());
    expect(PATHWAY_COLUMNS.map((column) => column.name)).toEqual([
      'Not yet decided',
      'No onward care',
      'Intermediate care',
      'Reablement',
      'Lightbulb home adaptation',
      'Long-term and end of life',
    ]);
  });

  it('show the agreed one, or while there is none the recommended one', () => {
    expect(shownPathway(choice('reablement', 'long_term_care'))).toBe('long_term_care');
    expect(shownPathway(choice('reablement'))).toBe('reablement');
    expect(shownPathway(NOTHING)).toBe('none_set');
  });
});
