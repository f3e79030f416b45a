import type { Provider } from './organisations.ts';
import type { Random } from './random.ts';
import {
  DELAY_BANDS,
  DELAYED_SHARE,
  COMMUNITY_DELAY_FACTOR,
  LONGEST_DELAY_DAYS,
  LONG_DELAY_TAIL_DAYS,
} from './statistics.ts';

/** Weight of each day within a band, falling away: short delays are likelier than long ones. */
const FALL_PER_DAY = 0.88;

type Outcome = { days: number; weight: number };

/** The distribution of delays of a day or more, by provider, one outcome per day. */
function delayedOutcomes(provider: Provider): readonly Outcome[] {
  return DELAY_BANDS.slice(1).flatMap((band) => {
    const last = band.max ?? LONGEST_DELAY_DAYS;
    const fall = band.max === null ? Math.exp(-1 / LONG_DELAY_TAIL_DAYS[provider]) : FALL_PER_DAY;
    const days = Array.from({ length: last - band.min + 1 }, (_, index) => band.min + index);
    const weights = days.map((day) => fall ** (day - band.min));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return days.map((day, index) => ({
      days: day,
      weight: (band.share * (weights[index] ?? 0)) / total,
    }));
  });
}

function distribution(provider: Provider) {
  const outcomes = delayedOutcomes(provider);
  return {
    days: outcomes.map((outcome) => outcome.days),
    weights: outcomes.map((outcome) => outcome.weight),
    stockWeights: outcomes.map((outcome) => outcome.weight * outcome.days),
  };
}

const DISTRIBUTIONS = { uhl: distribution('uhl'), lpt: distribution('lpt') };

/** The share of a provider's (counted) discharges that wait a day or more. */
export const delayedShareOf = (provider: Provider): number =>
  provider === 'uhl' ? DELAYED_SHARE : DELAYED_SHARE * COMMUNITY_DELAY_FACTOR;

/** Days that a finished spell waited, given that it waited at all. */
export function delayOfFinished(provider: Provider, random: Random): number {
  const { days, weights } = DISTRIBUTIONS[provider];
  return days[random.index(weights)] ?? 1;
}

/**
 * Days since somebody who waits in hospital today became ready. Long waits are likelier to be met
 * on any one day, and are met part of the way through.
 */
export function delayOfOpen(provider: Provider, random: Random): number {
  const { days, stockWeights } = DISTRIBUTIONS[provider];
  return random.int(0, (days[random.index(stockWeights)] ?? 1) - 1);
}

/** Mean days waited by those who wait. */
export function meanDelay(provider: Provider): number {
  const { weights, stockWeights } = DISTRIBUTIONS[provider];
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return sum(stockWeights) / sum(weights);
}
