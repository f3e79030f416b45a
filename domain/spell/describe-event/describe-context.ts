import type { TaskCatalogue } from '../../tasks/catalogue.ts';
import type { Wards } from '../state.ts';

export type DescribeContext = {
  catalogue: TaskCatalogue;
  wards: Wards;
  timeZone: string;
  /** For readers whom the clinical reason of somebody else is not for. */
  withoutReasons?: boolean;
};
