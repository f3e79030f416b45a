import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

type RecordedNoteProps = {
  words: string;
  /** How many figures are others now; null where the report does not tell. */
  changed: number | null;
  nowPath: string;
  /** What else is to be said of it. */
  children?: ReactNode;
};

/** That a report is of the past, above its figures, on paper too. */
export function RecordedNote({ words, changed, nowPath, children }: RecordedNoteProps) {
  return (
    <p className="hub-report__recorded">
      <strong>As recorded at {words}.</strong> What was recorded later is not in it; wards have
      today’s names. {children} {changed !== null && changedInWords(changed)}{' '}
      <Link to={nowPath}>Show it as recorded now</Link>
    </p>
  );
}

function changedInWords(changed: number): string {
  if (changed === 0) return 'No figure has changed since.';
  const figures =
    changed === 1 ? '1 figure has' : `${changed.toLocaleString('en-GB')} figures have`;
  return `${figures} changed since, by corrections or by time: today’s stands beside each.`;
}
