import type { ETHNIC_CATEGORIES } from '../../domain/persons/person.ts';
import type { Place } from '../../domain/persons/place.ts';
import type { Random } from './random.ts';

export type EthnicCategory = (typeof ETHNIC_CATEGORIES)[number];
export type NamedSex = 'female' | 'male';

/** Given names by birth year: before 1955, before 1985, and since. */
type Given = readonly [older: string, middle: string, younger: string];

/** A community of the area: names, the ethnic categories it gives, its first languages. */
export type Community = {
  female: Given;
  male: Given;
  family: string;
  ethnic: readonly (readonly [EthnicCategory, number])[];
  /** First language other than English. */
  language: string | null;
  /** Share whose first language that is, and of those who need an interpreter: under 50, 50 to 69, 70 and over. */
  speaks: readonly [number, number, number];
  interpreter: readonly [number, number, number];
};

const ALWAYS_ENGLISH = { language: null, speaks: [0, 0, 0], interpreter: [0, 0, 0] } as const;

const same = (names: string): Given => [names, names, names];

export const COMMUNITIES = {
  british: {
    female: [
      'Doreen Beryl Maureen Sheila Joyce Brenda Hazel Audrey Pauline Marjorie Edna Vera Jean Barbara Shirley Gwen Rita Dorothy Norma Patricia',
      'Susan Julie Karen Deborah Lorraine Tracey Gillian Wendy Denise Joanne Michelle Helen Alison Beverley Dawn Sharon',
      'Chloe Bethany Megan Lauren Jodie Gemma Ellie Amber Georgia Freya Holly Paige Kirsty Poppy Isla',
    ],
    male: [
      'Derek Ronald Kenneth Raymond Norman Dennis Roy Gordon Stanley Leslie Brian Geoffrey Maurice Alan Cyril Trevor Harold Eric Douglas Barry',
      'Stephen Kevin Nigel Gary Martin Keith Adrian Graham Neil Ian Darren Shaun Wayne Clive Russell Stuart',
      'Jack Callum Ryan Kieran Liam Ashley Connor Harvey Toby Lewis Bradley Alfie Reece Jayden Oscar',
    ],
    family:
      'Allsebrook Bexon Billson Chawner Clowes Dexter Dilks Eames Freer Gamble Gilliver Goddard Haddon Hubbard Iliffe Jarrom Kirkby Lount Measures Neale Orton Palfreyman Pegg Quincey Redshaw Sharrad Shenton Squires Tansley Thornley Underhay Varnam Wardle Weston Widdowson Woodcock Wormleighton Yeomans Tomlin Burdett Cufflin Draycott Fewkes Gutteridge Hames Kinton Ludlam Mugglestone Noon Pochin',
    ethnic: [['A', 1]],
    ...ALWAYS_ENGLISH,
  },
  irish: {
    female: [
      'Bridget Kathleen Nuala Philomena Maeve Teresa Noreen Bernadette',
      'Siobhan Geraldine Deirdre Fionnuala Grainne Orla',
      'Aoife Niamh Ciara Roisin',
    ],
    male: [
      'Seamus Declan Brendan Eamon Cornelius Fergus Malachy Dermot',
      'Padraig Colm Fintan Niall Cormac Donal',
      'Cian Oisin Darragh Eoin',
    ],
    family:
      'Brosnan Cafferkey Devaney Feeney Gilhooly Hanrahan Kilbane Loughnane McGinty Nestor Rafferty Scanlon Tierney Moynihan',
    ethnic: [['B', 1]],
    ...ALWAYS_ENGLISH,
  },
  polish: {
    female: [
      'Halina Krystyna Danuta Jadwiga Irena Stefania',
      'Malgorzata Bozena Renata Iwona Grazyna Dorota',
      'Agnieszka Kinga Weronika Oliwia Natalia Zuzanna',
    ],
    male: [
      'Zbigniew Kazimierz Stanislaw Henryk Tadeusz Czeslaw',
      'Dariusz Krzysztof Mariusz Piotr Wojciech Slawomir',
      'Bartosz Kacper Mateusz Szymon Jakub Filip',
    ],
    family:
      'Borek Cieslak Gajda Jaworek Kubiak Lisek Mazurek Nowicz Olszak Pawlik Rudek Sobczyk Urbaniak Wojtas Zielonka',
    ethnic: [['C', 1]],
    language: 'Polish',
    speaks: [0.85, 0.9, 0.8],
    interpreter: [0.25, 0.45, 0.5],
  },
  easternEuropean: {
    female: same('Elena Daniela Ioana Mihaela Rasa Ilona Vesela Ivanka'),
    male: same('Ionut Florin Vasile Marius Andrius Darius Plamen Stoyan'),
    family:
      'Albulescu Barbulov Cernat Dobrescu Kazlas Lungu Manolov Petrauskis Radoi Stankunas Tomova',
    ethnic: [['C', 1]],
    language: 'Romanian',
    speaks: [0.85, 0.9, 0.9],
    interpreter: [0.35, 0.5, 0.6],
  },
  gujarati: {
    female: [
      'Savitaben Kantaben Manjula Pushpa Champa Jashoda Lilaben Shantaben Kusum Hansa Nirmala Vijya',
      'Bharti Daksha Hemlata Jyotsna Meena Nayna Pratibha Rekha Varsha Ila Kalpana Minaxi',
      'Hetal Krupa Dhara Jinal Mital Riddhi Khushi Nidhi Pooja Avni',
    ],
    male: [
      'Babubhai Chhagan Dahyabhai Ishwarlal Jayantilal Kantilal Maganlal Natverlal Ramanlal Vallabh Govind Mohanlal',
      'Ashwin Bharat Dilip Harish Jitendra Kirit Mukesh Naresh Pravin Suresh Yogesh Hasmukh',
      'Chirag Hiren Jigar Kunal Mitesh Nikhil Parth Sagar Tejas Yash',
    ],
    family:
      'Bhagat Chauhan Chudasama Dattani Gohil Jethwa Kotecha Lad Makwana Mistrawal Modhvadia Nakum Odedra Parmar Raichura Solanki Sodha Tailor Thakrar Unadkat Vaghela Vadher Karavadra Popat',
    ethnic: [['H', 1]],
    language: 'Gujarati',
    speaks: [0.18, 0.55, 0.86],
    interpreter: [0.1, 0.25, 0.55],
  },
  punjabi: {
    female: [
      'Gurdev Harbhajan Joginder Mohinder Surjit Balbir Pritam',
      'Baljit Kulwinder Paramjit Rajinder Sukhwinder Amarjit',
      'Harpreet Jasleen Manpreet Simran Navneet',
    ],
    male: [
      'Ajit Darshan Gurnam Kartar Mohan Swaran Tarsem',
      'Avtar Balwinder Jaswant Malkit Ranjit Satnam',
      'Arjan Gurpreet Harjinder Jagdeep Taran',
    ],
    family:
      'Bahia Bhogal Chahal Dhaliwan Gill-Sahota Hundal Johal Kandola Lall Mattu Nijjar Panesar-Rai Sangha Thandi Uppal',
    ethnic: [['H', 1]],
    language: 'Punjabi',
    speaks: [0.15, 0.5, 0.82],
    interpreter: [0.1, 0.25, 0.5],
  },
  pakistani: {
    female: [
      'Zubeda Razia Khurshid Nasim Parveen Sakina Mumtaz',
      'Shazia Nazia Farzana Samina Rukhsana Tahira',
      'Aisha Hafsa Iqra Maryam Zainab Sumayyah',
    ],
    male: [
      'Abdul Ghulam Iqbal Mohammed Nazir Sadiq Yaqub',
      'Asif Javed Khalid Nadeem Pervez Tariq',
      'Adil Hamza Haroon Ibrahim Usman Zain',
    ],
    family:
      'Akhlaqi Basharat Chugtar Durrabi Ghafoori Hafizi Jameeli Lateefi Naqshani Qayyumi Rahimpur Sabrawi Yousafi',
    ethnic: [['J', 1]],
    language: 'Urdu',
    speaks: [0.18, 0.55, 0.8],
    interpreter: [0.1, 0.3, 0.5],
  },
  bangladeshi: {
    female: same('Amina Fatema Hasna Jahanara Khaleda Monwara Nurun Rahela Shirin Sufia Taslima'),
    male: same('Abul Faruk Habibur Kamal Lutfur Mizanur Nurul Rafiq Shafiq Tofazzul Zakir'),
    family:
      'Ahmed-Miah Bari-Talukdar Ferdous-Mia Haque-Sarkar Islam-Molla Kabir-Khandaker Motin-Laskar Quddus-Biswas Rahman-Sikder Uddin-Prodhan',
    ethnic: [['K', 1]],
    language: 'Bengali (Sylheti)',
    speaks: [0.25, 0.65, 0.9],
    interpreter: [0.15, 0.4, 0.65],
  },
  asianOther: {
    female: same('Kamini Malar Nalini Rohini Sunethra Thilaga Marisol Rowena'),
    male: same('Anura Chandran Kumaran Nimal Ranjan Sivan Rodel Arnel'),
    family:
      'Balakumar Devanathan Gunasena Jeyarajan Mendisa Nadarasa Selvakumar Wickrama Bautisto Salonga',
    ethnic: [['L', 1]],
    language: 'Tamil',
    speaks: [0.3, 0.5, 0.7],
    interpreter: [0.1, 0.2, 0.4],
  },
  caribbean: {
    female: [
      'Icilda Myrtle Enid Hyacinth Merlene Verona Ionie',
      'Yvonne Marcia Claudette Sonia Paulette',
      'Shanice Tiana Kezia Renee',
    ],
    male: [
      'Alford Cleveland Egbert Lascelles Neville Rupert Winston',
      'Carlton Delroy Errol Fitzroy Leroy',
      'Jerome Marlon Tyrone Kieron',
    ],
    family:
      'Ambersley Braithwaite Carberry Dacosta Francis-Hall Grantley Heslop Lindsworth Mowatt Pinnock Ricketts Sandilands Wedderburn',
    ethnic: [
      ['M', 0.9],
      ['D', 0.1],
    ],
    ...ALWAYS_ENGLISH,
  },
  african: {
    female: same('Adaeze Chipo Folake Nomsa Rumbidzai Tendai Yewande Abena Ngozi'),
    male: same('Chinedu Farai Kwabena Olumide Tafara Tinashe Emeka Kojo Sipho'),
    family: 'Adeyinka Boakyem Chikwanda Dube-Moyo Ezeani Gumbodze Mutasa Nkomazi Okoroji Sibandela',
    ethnic: [
      ['N', 0.85],
      ['P', 0.08],
      ['E', 0.07],
    ],
    language: 'Shona',
    speaks: [0.3, 0.4, 0.5],
    interpreter: [0.05, 0.1, 0.25],
  },
  somali: {
    female: same('Asha Fadumo Hodan Ifrah Khadra Maryan Nimco Sahra Ubah'),
    male: same('Abdi Bashiir Cabdullahi Farah Guled Jama Liban Mahad Warsame'),
    family: 'Abshir Diriye Elmi Gedi Hersi Isse Mohamud Nuur Samatar Warfa',
    ethnic: [['N', 1]],
    language: 'Somali',
    speaks: [0.7, 0.9, 0.95],
    interpreter: [0.25, 0.5, 0.7],
  },
  chinese: {
    female: same('Meihua Suet-Ling Wai-Yee Xiulan Yuk-Lan Lihua'),
    male: same('Chi-Keung Guoqiang Kam-Wing Siu-Ming Weidong Yiu-Fai'),
    family: 'Cheung Fongyu Hoi Kwok Lauw Mok Szeto Tsang Yeungli',
    ethnic: [['R', 1]],
    language: 'Cantonese',
    speaks: [0.4, 0.7, 0.9],
    interpreter: [0.1, 0.35, 0.6],
  },
  mixedAndOther: {
    female: same('Leila Naomi Jasmine Samira Tara Nadia Farida Shirin'),
    male: same('Karim Marcus Daniel Omar Reza Jamie Aaron Hamid'),
    family:
      'Ashdown-Karimi Bellman Castellow Darvishi Farrowby Hosseinpour Kellman Marlowe-Roy Navidi Tavener',
    ethnic: [
      ['D', 0.2],
      ['E', 0.1],
      ['F', 0.2],
      ['G', 0.2],
      ['P', 0.05],
      ['S', 0.25],
    ],
    language: 'Farsi',
    speaks: [0.15, 0.2, 0.25],
    interpreter: [0.3, 0.4, 0.5],
  },
} as const satisfies Record<string, Community>;

export type CommunityKey = keyof typeof COMMUNITIES;
const COMMUNITY_KEYS: readonly CommunityKey[] = [
  'british', 'irish', 'polish', 'easternEuropean', 'gujarati', 'punjabi', 'pakistani', 'bangladeshi',
  'asianOther', 'caribbean', 'african', 'somali', 'chinese', 'mixedAndOther',
]; // prettier-ignore

/** Weights in the order above: under 50, 50 to 69, 70 and over (after the 2021 census, rounded; assumed). */
const CITY_MIX = [
  [30, 1, 4, 4, 22, 7, 6, 3, 2, 2, 5, 4, 1, 6],
  [42, 2, 3, 2, 26, 7, 4, 2, 2, 3, 3, 2, 1, 2],
  [56, 3, 2, 0.5, 23, 6, 3, 1, 1, 3, 1, 1, 0.5, 0.5],
] as const;
const COUNTY_MIX = [
  [81, 0.8, 2, 1, 5, 2, 1, 1, 1, 0.6, 1, 0.2, 0.7, 2.5],
  [89, 1, 1.2, 0.4, 4, 1.3, 0.5, 0.4, 0.6, 0.6, 0.4, 0.1, 0.4, 0.8],
  [94, 1.2, 0.8, 0.1, 2.2, 0.7, 0.3, 0.1, 0.2, 0.5, 0.1, 0, 0.2, 0.3],
] as const;

export const ageGroupOf = (age: number): 0 | 1 | 2 => (age < 50 ? 0 : age < 70 ? 1 : 2);

export function communityFor(place: Place, age: number, random: Random): Community {
  const mix = (place === 'leicester' ? CITY_MIX : COUNTY_MIX)[ageGroupOf(age)];
  return COMMUNITIES[COMMUNITY_KEYS[random.index(mix)] ?? 'british'];
}

const split = new Map<string, readonly string[]>();

function namesIn(text: string): readonly string[] {
  const known = split.get(text);
  if (known !== undefined) return known;
  const names = text.split(' ');
  split.set(text, names);
  return names;
}

/**
 * A given and a family name put together by chance. Family names that make a well-known person's
 * name with a given name of their list are left out on purpose: keep it so when adding to them.
 */
export function nameFrom(
  community: Community,
  sex: NamedSex,
  birthYear: number,
  random: Random,
): { givenName: string; familyName: string } {
  const cohort = birthYear < 1955 ? 0 : birthYear < 1985 ? 1 : 2;
  return {
    givenName: random.pick(namesIn(community[sex][cohort])),
    familyName: random.pick(namesIn(community.family)),
  };
}

/** The category as recorded: a few percent not stated or not known (assumed). */
export function ethnicCategoryOf(community: Community, random: Random): EthnicCategory {
  const recorded = random.next();
  if (recorded < 0.035) return 'Z';
  if (recorded < 0.055) return '99';
  return random.weighted(community.ethnic);
}
