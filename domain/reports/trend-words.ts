import type { TrendAnswer } from './report-answer.ts';
import type { MeasureKind } from './trend-measures.ts';
import type { Assurance, Better, SpcPoint, Variation } from './spc.ts';
import { SPECIAL_CAUSES } from './spc.ts';
import { cellInWords } from './report-table.ts';

/** Below so many points limits still move about. */
const FEW_POINTS = 12;

/** What a chart shows, in a few sentences for whoever cannot see it, or is in a hurry. */
export function trendInWords(
  trend: Pick<
    TrendAnswer,
    'name' | 'kind' | 'better' | 'points' | 'variation' | 'assurance' | 'target'
  >,
): string {
  const { points, kind, name } = trend;
  const last = points.at(-1);
  if (last === undefined) return 'Nothing is recorded for this yet.';
  const say = (value: number) => cellInWords(value, rounder(kind));
  const sentences = [
    `${name}: ${cellInWords(last.value, kind)} for ${last.longLabel.replace(/^Week/, 'the week')}.`,
    `The mean is ${say(last.mean)}; from ${say(Math.max(0, last.lower))} to ${say(last.upper)} is its usual variation.`,
    variationSentence(last, trend.variation, trend.better),
    assuranceSentence(trend.assurance, trend.target, (target) => cellInWords(target, kind)),
    points.length < FEW_POINTS
      ? `With ${points.length} ${points.length === 1 ? 'point' : 'points'} the limits are provisional.`
      : '',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** Means and limits of counts are seldom whole. */
function rounder(kind: MeasureKind): MeasureKind {
  return kind === 'count' ? 'decimal' : kind;
}

function variationSentence(last: SpcPoint, variation: Variation, better: Better): string {
  if (variation === 'common') return 'The last point is common cause variation: no sign of change.';
  const causes = last.causes.map((cause) => SPECIAL_CAUSES[cause]).join(', and ');
  const way = last.value >= last.mean ? 'high' : 'low';
  const meaning =
    better === 'neither'
      ? 'a change'
      : variation === 'improvement'
        ? 'an improvement'
        : 'a concern';
  return `The last point is special cause variation, ${way}, ${meaning}: ${causes}.`;
}

function assuranceSentence(
  assurance: Assurance,
  target: number | null,
  say: (value: number) => string,
): string {
  if (assurance === 'no_target' || target === null) return '';
  const words = {
    pass: `The target of ${say(target)} will be met as things stand.`,
    fail: `The target of ${say(target)} will not be met unless something changes.`,
    by_chance: `The target of ${say(target)} is within the usual variation: met or missed by chance.`,
  };
  return words[assurance];
}

/** The icons' words: a letter is inside, so that no colour is needed. */
export const VARIATION_ICONS: Record<Variation, { letter: string; words: string }> = {
  common: { letter: 'C', words: 'Common cause: no significant change' },
  improvement: { letter: 'I', words: 'Special cause: improvement' },
  concern: { letter: '!', words: 'Special cause: concern' },
  change: { letter: 'S', words: 'Special cause: neither better nor worse' },
};

export const ASSURANCE_ICONS: Record<Assurance, { letter: string; words: string }> = {
  pass: { letter: 'P', words: 'Target will be met' },
  fail: { letter: 'F', words: 'Target will not be met' },
  by_chance: { letter: '?', words: 'Target met or missed by chance' },
  no_target: { letter: '–', words: 'No target' },
};
