import { Link } from '@remix-run/react';
import type { PeopleAnswer } from '../../domain/reports/report-answer.ts';
import { formatNhsNumber } from '../../domain/persons/nhs-number.ts';
import { formatBirthDate, formatDay } from '../../domain/time.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { ScrollRegion } from '../components/scroll-region.tsx';

/** Those behind a figure, each leading to their plan. */
export function PeopleList({ answer }: { answer: PeopleAnswer }) {
  const { people, total, figureName } = answer;
  if (people.length === 0) return <EmptyState title="Nobody is behind this figure" />;
  return (
    <>
      {total > people.length && (
        <p>
          The {people.length} longest delayed of {total.toLocaleString('en-GB')}.
        </p>
      )}
      <ScrollRegion className="hub-table__scroll" label={figureName}>
        <table className="hub-table">
          <caption className="nhsuk-u-visually-hidden">{figureName}</caption>
          <thead>
            <tr>
              <th scope="col">Patient</th>
              <th scope="col">Born</th>
              <th scope="col">NHS number</th>
              <th scope="col">Ward</th>
              <th scope="col">Admitted</th>
              <th scope="col">Ready since</th>
              <th scope="col">Discharged</th>
              <th scope="col" className="hub-table__number">
                Days delayed
              </th>
              <th scope="col">Main reason for delay</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.spellId}>
                <th scope="row">
                  <Link to={`/spells/${encodeURIComponent(person.spellId)}`} discover="none">
                    {person.name}
                  </Link>
                </th>
                <td className="hub-report__whole">{formatBirthDate(person.dateOfBirth)}</td>
                <td className="hub-report__whole">
                  {person.nhsNumber === null ? 'Not known' : formatNhsNumber(person.nhsNumber)}
                </td>
                <td>{person.ward}</td>
                <td className="hub-report__whole">{formatDay(person.admittedOn)}</td>
                <td>{person.readyDate === null ? '–' : formatDay(person.readyDate)}</td>
                <td>{person.dischargedOn === null ? '–' : formatDay(person.dischargedOn)}</td>
                <td className="hub-table__number">{person.delayDays}</td>
                <td>{person.reason ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
