/** The national criteria to reside (NHS Data Dictionary), codes 01 to 12. */
export const CRITERIA_TO_RESIDE = {
  '01': 'Requires critical or high dependency care',
  '02': 'Requires oxygen therapy or non-invasive ventilation',
  '03': 'Requires intravenous fluids',
  '04': 'Has a National Early Warning Score greater than 3',
  '05': 'Has a diminished level of consciousness where patient recovery is realistic',
  '06': 'Has acute functional impairment in excess of home or community care provision',
  '07': 'Is in last hours of life',
  '08': 'Requires intravenous medication more than twice a day (including analgesia)',
  '09': 'Has undergone lower limb surgery within the last 48 hours',
  '10': 'Has undergone thorax-abdominal and/or pelvic surgery within the last 72 hours',
  '11': 'Has undergone an invasive procedure within the last 24 hours, with an attendant risk of acute life-threatening deterioration',
  '12': 'Has criteria to reside but specific criteria to reside not recorded',
} as const;
export type CriterionCode = keyof typeof CRITERIA_TO_RESIDE;

export const CRITERION_CODES = [
  '01',
  '02',
  '03',
  '04',
  '05',
  '06',
  '07',
  '08',
  '09',
  '10',
  '11',
  '12',
] as const satisfies readonly CriterionCode[];
