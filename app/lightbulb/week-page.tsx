import { Link, useSearchParams } from '@remix-run/react';
import { useMemo } from 'react';
import { APPOINTMENT_NAMES } from '../../domain/housing/home-stage.ts';
import type { CalendarDay } from '../../domain/time.ts';
import { addDays, formatDay } from '../../domain/time.ts';
import { PhoneText } from '../components/phone-text.tsx';
import { StatusShape } from '../components/status-shape.tsx';
import { useBoardState } from '../live/board-context.ts';
import type { Visit } from './home-cards.ts';
import { visitsOf } from './home-cards.ts';
import { readDay, weekOf } from './week-days.ts';

/** Visits, works and deliveries of one week, day by day, and what has passed without being done. */
export function WeekPage() {
  const [params] = useSearchParams();
  const today = useBoardState((state) => state.asOfDay);
  const shown = useBoardState((state) => state.shown);
  const visits = useMemo(() => visitsOf(shown.values()), [shown]);
  const week = weekOf(readDay(params.get('from'), today));
  const [monday = today] = week;
  const passed = visits.filter(({ day }) => day < today);
  return (
    <>
      <div className="hub-homes__head">
        <h1 className="nhsuk-heading-l hub-homes__title">
          Visits and works, week of {formatDay(monday)}
        </h1>
        <Link to="/lightbulb">All homes</Link>
      </div>
      <nav className="hub-cluster hub-homes__filter" aria-label="Weeks">
        <Link className="hub-button" to={`?from=${addDays(monday, -7)}`}>
          Week before
        </Link>
        <Link className="hub-button" to="?">
          This week
        </Link>
        <Link className="hub-button" to={`?from=${addDays(monday, 7)}`}>
          Week after
        </Link>
      </nav>
      {passed.length > 0 && week.includes(today) && (
        <section className="hub-week__passed" aria-labelledby="week-passed">
          <h2 className="hub-homes__step" id="week-passed">
            Passed, not marked done <span className="hub-quiet">{passed.length}</span>
          </h2>
          <VisitList visits={passed} isDayShown />
        </section>
      )}
      <div className="hub-week">
        {week.map((day) => (
          <Day key={day} day={day} isToday={day === today} visits={visitsOn(visits, day)} />
        ))}
      </div>
    </>
  );
}

function visitsOn(visits: readonly Visit[], day: CalendarDay): Visit[] {
  return visits.filter((visit) => visit.day === day);
}

type DayProps = { day: CalendarDay; isToday: boolean; visits: readonly Visit[] };

function Day({ day, isToday, visits }: DayProps) {
  return (
    <section className={isToday ? 'hub-week__day hub-week__day--today' : 'hub-week__day'}>
      <h2 className="hub-homes__step">
        {formatDay(day)}
        {isToday && ', today'}
      </h2>
      {visits.length === 0 ? <p className="hub-quiet">Nothing</p> : <VisitList visits={visits} />}
    </section>
  );
}

type VisitListProps = { visits: readonly Visit[]; isDayShown?: boolean };

function VisitList({ visits, isDayShown = false }: VisitListProps) {
  return (
    <ul className="hub-lines hub-week__visits">
      {visits.map(({ card, step, day }) => (
        <li key={`${card.id} ${step}`} className="hub-week__visit">
          <strong>{APPOINTMENT_NAMES[step]}</strong>
          {isDayShown && ` ${formatDay(day)}`}
          <br />
          <Link to={`/spells/${card.id}`} discover="none">
            {card.person.name}
          </Link>
          {typeof card.person.address === 'string' && (
            <span className="hub-week__line">{card.person.address}</span>
          )}
          {card.home?.accessContact !== undefined && card.home.accessContact !== null && (
            <span className="hub-week__line">
              <PhoneText text={card.home.accessContact} />
            </span>
          )}
          {card.riskToStaff && (
            <span className="hub-home__risk">
              <StatusShape shape="triangle" /> <strong>Risk to staff</strong>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
