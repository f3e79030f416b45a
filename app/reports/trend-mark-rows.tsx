import { Form } from '@remix-run/react';
import type { TrendMark } from '../../domain/reports/trend-marks.ts';
import { TREND_MARK_NAMES } from '../../domain/reports/trend-marks.ts';
import { formatDayLong } from '../../domain/time.ts';
import { Button } from '../components/button.tsx';
import { Details } from '../components/details.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { ScrollRegion } from '../components/scroll-region.tsx';
import { TextField } from '../components/text-field.tsx';

type Row = TrendMark & { commandId: string };
type TrendMarkRowsProps = {
  /** With their instants in words. */
  marks: readonly Row[];
  providers: readonly { id: string; name: string }[];
};

/** Everything that was marked on one measure, the latest day first; what was taken back stays. */
export function TrendMarkRows({ marks, providers }: TrendMarkRowsProps) {
  if (marks.length === 0) {
    return (
      <EmptyState title="Nothing is marked yet">
        <p>What is marked here is drawn on the chart, for everybody who reads it.</p>
      </EmptyState>
    );
  }
  const nameOf = (id: string) =>
    id === '' ? 'All trusts' : (providers.find((trust) => trust.id === id)?.name ?? id);
  return (
    <ScrollRegion className="hub-table__scroll" label="What is marked">
      <table className="hub-table">
        <caption className="nhsuk-table__caption">What is marked</caption>
        <thead>
          <tr>
            {['Day', 'What', 'Where', 'Marked by', 'Taken back'].map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {marks.map((mark) => (
            <tr key={mark.id}>
              <th scope="row">{formatDayLong(mark.day)}</th>
              <td>
                {TREND_MARK_NAMES[mark.kind]}: {mark.words}
              </td>
              <td>{nameOf(mark.provider)}</td>
              <td>
                {mark.by.name}, {mark.at}
              </td>
              <td>
                <TakenBack mark={mark} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function TakenBack({ mark: { id, commandId, words, takenBack } }: { mark: Row }) {
  if (takenBack !== null) {
    return `${takenBack.by.name}, ${takenBack.at}: ${takenBack.reason}`;
  }
  return (
    <Details summary={`Take back “${words}”`}>
      <Form method="post">
        <input type="hidden" name="id" value={commandId} />
        <input type="hidden" name="type" value="TakeBackTrendMark" />
        <input type="hidden" name="markId" value={id} />
        <TextField id={`reason-${id}`} name="reason" label="Why" maxLength={200} required />
        <Button variant="secondary" size="small">
          Take it back
        </Button>
      </Form>
    </Details>
  );
}
