import { daysBetween } from '../time.ts';
import type { EquityDimension, EquityGroup, EquityPathway } from './equity-groups.ts';
import { EQUITY, EQUITY_PATHWAYS, equityPathwayOf } from './equity-groups.ts';
import type { ReadyDateStatistics } from './ready-date-statistics.ts';
import { readyDateStatistics } from './ready-date-statistics.ts';
import type { FinishedStay } from './stay-facts.ts';
import { isSmall, withholdSmallCounts } from './withhold-small-counts.ts';
import { BED_DAYS, NIGHTS, withholdSums } from './withhold-sums.ts';

/** What is worked out of a group; never shown as it is. */
export type EquityFigures = ReadyDateStatistics & {
  /** From admission to discharge, of all of them. */
  nights: number;
};

export type EquityGroupFigures = EquityGroup & {
  figures: EquityFigures;
  /** What must not be shown, nor anything that is worked out from it. */
  withholds: {
    discharged: boolean;
    delayed: boolean;
    bands: boolean[];
    bedDays: boolean;
    nights: boolean;
  };
};

export type EquityComparison = {
  /** Everybody of the pathway; other reports tell their counts. */
  everybody: EquityGroupFigures;
  groups: EquityGroupFigures[];
};

/**
 * The discharges of a pathway by groups of a dimension (handbook 7), with what of them must be
 * withheld. All pathways are looked at together: by council other reports tell the sums of all
 * pathways, so there nothing may follow from those either.
 */
export function equityComparison(
  stays: readonly FinishedStay[],
  { across, pathway }: { across: EquityDimension; pathway: EquityPathway },
): EquityComparison {
  const { groups, groupIdOf } = EQUITY[across];
  const isLinked = across === 'place';
  const parts = EQUITY_PATHWAYS.map((each) => {
    const own = stays.filter((stay) => equityPathwayOf(stay) === each);
    return groups.map(({ id }) => own.filter((stay) => groupIdOf(stay) === id));
  });
  const figures = parts.map((layer) => layer.map(figuresOf));
  const layers = figures.map((layer) =>
    layer.map(({ bands }) => bands.map(({ discharged }) => discharged)),
  );
  const bedDays = figures.map((layer) => layer.map((each) => each.bedDays));
  const counts = withholdSmallCounts(layers, { isLinked });
  const nights = figures.map((layer) => layer.map((each) => each.nights));
  const isBedDaysWithheld = withholdSums(layers, bedDays, BED_DAYS, counts);
  const isNightsWithheld = withholdSums(layers, nights, NIGHTS, counts);
  const at = EQUITY_PATHWAYS.indexOf(pathway);
  return {
    everybody: everybodyOf(parts[at] ?? []),
    groups: groups.map((group, index) => {
      const own = figures[at]?.[index] ?? figuresOf([]);
      return {
        ...group,
        figures: own,
        withholds: {
          discharged: counts.isWithheld(at, { group: index, of: 'all' }),
          delayed: counts.isWithheld(at, { group: index, of: 'delayed' }),
          bands: own.bands.map((_, of) => counts.isWithheld(at, { group: index, of })),
          bedDays: isBedDaysWithheld(at, index),
          nights: isNightsWithheld(at, index),
        },
      };
    }),
  };
}

/** Their small counts are not shown either, though others may know them. */
function everybodyOf(parts: readonly FinishedStay[][]): EquityGroupFigures {
  const figures = figuresOf(parts.flat());
  return {
    ...{ id: 'all', name: 'All', record: 'known', figures },
    withholds: {
      discharged: isSmall(figures.discharged),
      delayed: isSmall(figures.delayed),
      bands: figures.bands.map(({ discharged }) => isSmall(discharged)),
      bedDays: isSmall(figures.delayed) || isSmall(figures.discharged),
      nights: isSmall(figures.discharged),
    },
  };
}

function figuresOf(stays: readonly FinishedStay[]): EquityFigures {
  const nights = stays.map(({ admittedOn, discharge }) => daysBetween(admittedOn, discharge.on));
  return { ...readyDateStatistics(stays), nights: nights.reduce((sum, each) => sum + each, 0) };
}

/** The share that left on the ready date tells both the delayed and those who were not. */
export function isShareWithheld(withholds: EquityGroupFigures['withholds']): boolean {
  return withholds.discharged || withholds.delayed || withholds.bands[0] === true;
}
