import { Link } from '@remix-run/react';
import type { EscalationLevel } from '../../domain/escalation/escalation.ts';
import { ESCALATION_LEVELS } from '../../domain/escalation/escalation.ts';

/** Over the lists, and as what is chosen of them. */
export const RUNG_TITLES: Record<EscalationLevel, string> = {
  team_lead: 'With the team’s lead',
  hub: 'With the hub',
  duty_director: 'With the duty director',
};

/** The rung that an address names; null for all. */
export function rungOf(text: string | null): EscalationLevel | null {
  return ESCALATION_LEVELS.find((level) => level === text) ?? null;
}

type RungTabsProps = {
  chosen: EscalationLevel | null;
  /** Everything that is escalated, whatever is chosen. */
  rows: readonly { level: EscalationLevel }[];
};

export function RungTabs({ chosen, rows }: RungTabsProps) {
  return (
    <nav className="hub-tabs" aria-label="With whom">
      <ul className="hub-lines hub-tabs__list">
        <li>
          <Link
            to="/escalations"
            aria-current={chosen === null ? 'page' : undefined}
            preventScrollReset
          >
            All ({rows.length})
          </Link>
        </li>
        {ESCALATION_LEVELS.map((level) => (
          <li key={level}>
            <Link
              to={`?with=${level}`}
              aria-current={level === chosen ? 'page' : undefined}
              preventScrollReset
            >
              {RUNG_TITLES[level]} ({rows.filter((row) => row.level === level).length})
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
