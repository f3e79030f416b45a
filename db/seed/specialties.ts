/** What a specialty's patients are like. Lengths of stay are assumed, before any delay, in nights. */
export type SpecialtyProfile = {
  name: string;
  kind: 'adult' | 'maternity' | 'child';
  medianNights: number;
  /** Deviation of the logarithm of the length of stay. */
  spread: number;
  /** How often its patients wait for something after they are ready, against the average. */
  complexity: number;
  age: { mean: number; deviation: number; min: number; max: number };
  femaleShare: number;
  electiveShare: number;
};

const adult = (
  name: string,
  medianNights: number,
  spread: number,
  complexity: number,
  meanAge: number,
  deviation: number,
  electiveShare = 0,
): SpecialtyProfile => ({
  name,
  kind: 'adult',
  medianNights,
  spread,
  complexity,
  age: { mean: meanAge, deviation, min: 18, max: 101 },
  femaleShare: 0.51,
  electiveShare,
});

const geriatric = adult('Geriatric medicine', 7.8, 0.75, 2.6, 85, 6);
const community = adult('Community rehabilitation', 8.2, 0.6, 1, 81, 9);
const gynaecology = adult('Gynaecology', 2.2, 0.6, 0.2, 52, 16, 0.5);

export const SPECIALTIES = {
  acute_medicine: adult('Acute medicine', 3.8, 0.9, 1.2, 66, 20),
  geriatric_medicine: { ...geriatric, femaleShare: 0.57, age: { ...geriatric.age, min: 68 } },
  stroke: adult('Stroke', 8.6, 0.8, 2.4, 75, 12),
  respiratory: adult('Respiratory medicine', 5.5, 0.8, 1.1, 70, 14),
  cardiology: adult('Cardiology', 4.8, 0.8, 0.7, 69, 14, 0.15),
  gastroenterology: adult('Gastroenterology', 5.5, 0.85, 0.8, 60, 18, 0.08),
  diabetes_and_endocrine: adult('Diabetes and endocrinology', 6, 0.85, 1.3, 66, 17),
  infectious_diseases: adult('Infectious diseases', 7, 0.85, 0.9, 57, 19),
  neurology: adult('Neurology', 7.5, 0.85, 1.5, 60, 17, 0.1),
  renal: adult('Renal medicine', 7, 0.85, 1, 64, 15, 0.12),
  trauma_and_orthopaedics: adult('Trauma and orthopaedics', 5.9, 0.8, 1.7, 71, 18, 0.3),
  general_surgery: adult('General surgery', 4.6, 0.85, 0.6, 59, 18, 0.35),
  urgent_surgery: adult('Emergency surgery', 4, 0.8, 0.6, 56, 20),
  vascular: adult('Vascular surgery', 8, 0.8, 1.6, 70, 11, 0.3),
  urology: adult('Urology', 3.8, 0.8, 0.6, 66, 14, 0.45),
  head_and_neck: adult('Head and neck surgery', 3.6, 0.8, 0.4, 54, 18, 0.5),
  cardiac_surgery: adult('Cardiac surgery', 8, 0.5, 0.6, 68, 10, 0.6),
  thoracic_surgery: adult('Thoracic surgery', 5.5, 0.6, 0.5, 66, 11, 0.6),
  oncology: adult('Oncology', 7, 0.8, 1.1, 65, 13, 0.25),
  haematology: adult('Haematology', 9, 0.85, 0.6, 62, 16, 0.3),
  critical_care: adult('Critical care', 5.5, 0.8, 0.2, 61, 17, 0.15),
  rehabilitation: adult('Rehabilitation medicine', 18, 0.6, 2.2, 70, 15),
  gynaecology: { ...gynaecology, femaleShare: 1 },
  maternity: {
    ...adult('Maternity', 2.6, 0.6, 0, 30, 5.5),
    kind: 'maternity',
    femaleShare: 1,
    age: { mean: 30, deviation: 5.5, min: 17, max: 45 },
  },
  childrens: {
    ...adult("Children's services", 2.6, 0.8, 0, 7, 5.5, 0.15),
    kind: 'child',
    femaleShare: 0.47,
    age: { mean: 6, deviation: 5.5, min: 0, max: 17 },
  },
  community_rehabilitation: {
    ...community,
    femaleShare: 0.57,
    age: { ...community.age, min: 50 },
  },
} as const satisfies Record<string, SpecialtyProfile>;

export type Specialty = keyof typeof SPECIALTIES;
