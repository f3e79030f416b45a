import { NOT_SEEN_REASON_NAMES } from '../../domain/rounds/board-round.ts';
import type { WardRound } from '../../domain/rounds/ward-round.ts';
import { countOf } from '../count-words.ts';
import type { RoundPatient } from './round-patients.ts';
import { timeTakenInWords } from './round-words.ts';

type RoundSummaryProps = {
  patients: readonly RoundPatient[];
  progress: WardRound;
  timeZone: string;
};

/** What a round came to: who was seen, who was not and why, and how long it took. */
export function RoundSummary({ patients, progress, timeZone }: RoundSummaryProps) {
  const passedOver = patients.flatMap(({ card, recorded }) =>
    recorded === null || recorded.notSeen === null ? [] : [{ card, reason: recorded.notSeen }],
  );
  const missing = patients.filter(({ recorded }) => recorded === null);
  const time = timeTakenInWords(progress, timeZone);
  return (
    <section className="hub-round__summary" aria-label="What the round came to">
      <h2 className="nhsuk-heading-s">
        {missing.length === 0 ? 'The round is done' : 'So far in this round'}
      </h2>
      <p>
        {countOf(progress.seen, 'patient', 'patients')} seen of {progress.present}.
        {time !== null && ` ${time}.`}
      </p>
      {passedOver.length > 0 && (
        <>
          <h3 className="nhsuk-heading-xs">Not seen</h3>
          <ul className="hub-lines">
            {passedOver.map(({ card, reason }) => (
              <li key={card.id}>
                {card.bed ?? 'No bed'} {card.person.name}: {NOT_SEEN_REASON_NAMES[reason]}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
