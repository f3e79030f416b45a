/**
 * Charts that NHS-R Community published with their results: the snapshots that the tests of
 * NHSRplotthedots, its package for Making Data Count, hold its figures against
 * (github.com/nhs-r-community/NHSRplotthedots, tests/testthat/_snaps/integration_tests.md). The
 * values are NHS England's of all emergency departments, month by month from April 2016 to March
 * 2019 (NHSRdatasets, ae_attendances).
 */
type PublishedChart = {
  values: readonly number[];
  /** Where limits begin anew. */
  steps: readonly number[];
  stretches: readonly { mean: number; lower: number; upper: number }[];
  /** The indexes of points of special cause. */
  special: readonly number[];
  /** Of those, the ones that are an improvement where higher is better. */
  improvements: readonly number[];
};

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

const ATTENDANCES = [
  1867781, 2070340, 1958802, 2079034, 1932901, 1952464, 2001816, 1907871, 1944567, 1895272, 1735619,
  2015834, 1949762, 2066789, 1994056, 2073944, 1924663, 1925961, 2044137, 1976971, 2003954, 2000086,
  1820012, 2049785, 1984369, 2164458, 2093942, 2179896, 1997854, 2005695, 2079492, 2037847, 2047518,
  2113413, 1954947, 2167550,
];

export const PUBLISHED_CHARTS: Readonly<Record<string, PublishedChart>> = {
  attendances: {
    values: ATTENDANCES,
    steps: [],
    stretches: [{ mean: 2000538.9444444445, lower: 1731844.3644444444, upper: 2269233.5244444446 }],
    special: [],
    improvements: [],
  },
  'attendances, limits anew in April 2017': {
    values: ATTENDANCES,
    steps: [12],
    stretches: [
      { mean: 1946858.4166666667, lower: 1639947.374848485, upper: 2253769.4584848485 },
      { mean: 2027379.2083333333, lower: 1772921.0639855072, upper: 2281837.3526811595 },
    ],
    special: [],
    improvements: [],
  },
  'share seen within four hours': {
    values: [
      0.9003512724457525, 0.9027555860390081, 0.9055994429248081, 0.9028524786030435,
      0.909763097023593, 0.9064786853944554, 0.8905308979446662, 0.8837903610883545,
      0.8617594559611471, 0.851413411900772, 0.8753090395991286, 0.9000949482943537,
      0.9051525263083392, 0.8970035160821932, 0.9072518525056468, 0.9034785895858326,
      0.9029928875860346, 0.8966609396555797, 0.8994186788850258, 0.8876655246839736,
      0.8498503458662225, 0.8529918213516818, 0.8504476893558943, 0.8462121637147311,
      0.8857248828216929, 0.9039011151983545, 0.9076297242234981, 0.8931949047110505,
      0.8972702710007838, 0.8894368286304747, 0.8900933497219513, 0.8760446687116353,
      0.8644632183941728, 0.843525141560121, 0.8422525009629417, 0.8660427671795345,
    ],
    steps: [],
    stretches: [{ mean: 0.8847056829421236, lower: 0.8604472128746817, upper: 0.9089641530095655 }],
    special: [...range(0, 6), 9, ...range(11, 30), 33, 34],
    improvements: [...range(0, 6), ...range(11, 19), ...range(24, 30)],
  },
};
