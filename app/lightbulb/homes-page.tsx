import { Link, useSearchParams } from '@remix-run/react';
import { useMemo } from 'react';
import { EmptyState } from '../components/empty-state.tsx';
import { countOf } from '../count-words.ts';
import { useBoardState } from '../live/board-context.ts';
import type { HomeGroup, HomeGroupId } from './home-cards.ts';
import { HOME_GROUP_NAMES, groupHomes, readGroup } from './home-cards.ts';
import { HomeCard } from './home-card.tsx';
import type { ReadForm } from './mark-form.tsx';

type HomesPageProps = { readForm: ReadForm };

/** Every home that is being made ready, by how far it has come. */
export function HomesPage({ readForm }: HomesPageProps) {
  const [params] = useSearchParams();
  const chosen = readGroup(params.get('step'));
  const shown = useBoardState((state) => state.shown);
  const groups = useMemo(() => groupHomes(shown.values()), [shown]);
  const total = groups.reduce((sum, { homes }) => sum + homes.length, 0);
  const wanted = groups.filter(
    ({ id, homes }) => homes.length > 0 && (chosen === null || id === chosen),
  );
  return (
    <>
      <div className="hub-homes__head">
        <h1 className="nhsuk-heading-l hub-homes__title">Homes to make ready</h1>
        <Link to="/lightbulb/week">Visits and works by week</Link>
      </div>
      <StepFilter groups={groups} total={total} chosen={chosen} />
      {wanted.length === 0 && (
        <EmptyState title={total === 0 ? 'No home needs Lightbulb now' : 'No home at this step'}>
          <p>New homes appear here by themselves.</p>
        </EmptyState>
      )}
      {wanted.map(({ id, homes }) => (
        <section key={id} className="hub-homes__group" aria-labelledby={`homes-${id}`}>
          <h2 className="hub-homes__step" id={`homes-${id}`}>
            {HOME_GROUP_NAMES[id]} <span className="hub-quiet">{homes.length}</span>
          </h2>
          <ul className="hub-lines hub-homes__list">
            {homes.map((card) => (
              <HomeCard key={card.id} card={card} readForm={readForm} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

type StepFilterProps = {
  groups: readonly HomeGroup[];
  total: number;
  chosen: HomeGroupId | null;
};

function StepFilter({ groups, total, chosen }: StepFilterProps) {
  const held = groups.filter(({ id, homes }) => homes.length > 0 || id === chosen);
  return (
    <nav aria-label="Homes by step">
      <ul className="hub-lines hub-cluster hub-homes__filter">
        <li>
          <Link className="hub-button" to="?" aria-current={chosen === null}>
            All, {countOf(total, 'home', 'homes')}
          </Link>
        </li>
        {held.map(({ id, homes }) => (
          <li key={id}>
            <Link className="hub-button" to={`?step=${id}`} aria-current={id === chosen}>
              {HOME_GROUP_NAMES[id]} {homes.length}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
