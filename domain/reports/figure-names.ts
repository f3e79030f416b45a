import { DELAY_REASONS, NO_REASON } from '../delay/delay-reasons.ts';
import { PLACE_NAMES } from '../persons/place.ts';
import { PATHWAY_NAMES } from '../spell/pathway.ts';
import { EVERYBODY } from './grouping.ts';
import type { ReportPlaces } from './places.ts';
import { DELAY_BANDS } from './ready-date-statistics.ts';
import { DAY_FIGURES, isDayFigure } from './situation.ts';

/** What a figure is called where the people behind it are listed. */
export function figureName(figure: string, group: string): string {
  if (isDayFigure(figure)) return DAY_FIGURES[figure].name;
  if (figure.startsWith('reason')) {
    const reason = Object.entries(DELAY_REASONS).find(([key]) => key === group);
    return reason === undefined ? NO_REASON : reason[1];
  }
  const band = DELAY_BANDS.find(({ id }) => [figure, group].includes(`delay_${id}`));
  if (band !== undefined) return `Discharged, ${band.name.toLowerCase()}`;
  return figure === 'delayed' ? 'Discharged, delayed 1 day or more' : 'Patients discharged';
}

/** A group's name; empty for everybody, and where the group is part of the figure. */
export function groupName(group: string, places: ReportPlaces): string {
  if (group === EVERYBODY.id) return '';
  for (const ward of places.values()) {
    if (ward.id === group) return `${ward.name}, ${ward.site}`;
    if (ward.siteId === group) return ward.site;
    if (ward.provider === group) return ward.providerName;
  }
  const named = Object.entries({ ...PLACE_NAMES, ...PATHWAY_NAMES }).find(([id]) => id === group);
  return named?.[1] ?? '';
}
