import { ASSURANCE_ICONS, VARIATION_ICONS } from '../../domain/reports/trend-words.ts';
import type { Assurance, SpcPoint, Variation } from '../../domain/reports/spc.ts';
import { SpcMark } from './spc-mark.tsx';

type SpcIconsProps = { variation: Variation; assurance: Assurance };

/** How it varies and whether its target holds: a letter in a ring, with the words beside it. */
export function SpcIcons({ variation, assurance }: SpcIconsProps) {
  return (
    <ul className="hub-lines hub-cluster hub-spc-icons">
      <li className={`hub-spc-icon hub-spc-icon--${variation}`}>
        <span className="hub-spc-icon__ring" aria-hidden="true">
          {VARIATION_ICONS[variation].letter}
        </span>
        {VARIATION_ICONS[variation].words}
      </li>
      {assurance !== 'no_target' && (
        <li className={`hub-spc-icon hub-spc-icon--${assurance}`}>
          <span className="hub-spc-icon__ring" aria-hidden="true">
            {ASSURANCE_ICONS[assurance].letter}
          </span>
          {ASSURANCE_ICONS[assurance].words}
        </li>
      )}
    </ul>
  );
}

const SIGNALS = ['common', 'improvement', 'concern', 'change'] as const;

/** What the marks mean; those that the chart has none of are left out. */
export function SpcLegend({ points }: { points: readonly SpcPoint[] }) {
  const shown = SIGNALS.filter((signal) => points.some((point) => point.signal === signal));
  return (
    <ul className="hub-lines hub-cluster hub-spc-legend" aria-label="Marks on the chart">
      {shown.map((signal) => (
        <li key={signal}>
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
            <SpcMark signal={signal} x={10} y={10} />
          </svg>
          {VARIATION_ICONS[signal].words}
        </li>
      ))}
    </ul>
  );
}
