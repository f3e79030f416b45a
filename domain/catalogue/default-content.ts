import { DEFAULT_CATALOGUE, DEFAULT_TASK_SETS } from '../tasks/default-catalogue.ts';
import type { CatalogueContent } from './catalogue-content.ts';

/** The first edition of a new hub (handbook 5). */
export const DEFAULT_CONTENT: CatalogueContent = {
  types: Object.values(DEFAULT_CATALOGUE),
  sets: DEFAULT_TASK_SETS,
};
