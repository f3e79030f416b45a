import { Link } from '@remix-run/react';
import type { Card } from '../../domain/spell/card.ts';
import type { HistoryLine } from '../../domain/spell/spell-view.ts';
import { Button } from '../components/button.tsx';
import { identityInWords } from '../identity-words.ts';
import { HistoryLines } from './history-lines.tsx';

type WardChangesProps = {
  patients: readonly { card: Card; lines: readonly HistoryLine[] }[];
  seq: number;
  timeZone: string;
};

/** What others did, patient by patient, and that it has been looked at. */
export function WardChanges({ patients, seq, timeZone }: WardChangesProps) {
  return (
    <>
      {patients.map(({ card, lines }) => (
        <section key={card.id} className="hub-section" aria-labelledby={`changes-${card.id}`}>
          <h2 className="nhsuk-heading-s" id={`changes-${card.id}`}>
            <Link to={`/spells/${card.id}`}>{card.person.name}</Link>
          </h2>
          <p className="hub-quiet">{identityInWords(card)}</p>
          <HistoryLines lines={lines} timeZone={timeZone} />
        </section>
      ))}
      <form method="post" className="hub-actions">
        {/* What comes in while this is read is not marked with it. */}
        <input type="hidden" name="seq" value={seq} />
        <Button>Mark as looked at</Button>
      </form>
    </>
  );
}
