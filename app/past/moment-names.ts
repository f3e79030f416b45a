/** How an address names a moment: an instant in one parameter, or a day and a time of the form's. */
export type MomentNames = { at: string; day: string; time: string };

export const MOMENT_NAMES: MomentNames = { at: 'at', day: 'day', time: 'time' };
