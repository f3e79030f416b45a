import { Link } from '@remix-run/react';

type RecordedNoteProps = {
  words: string;
  /** How many figures are others now; null where the report does not tell. */
  changed: number | null;
  nowPath: string;
};

/** That a report is of the past, above its figures, on paper too. */
export function RecordedNote({ words, changed, nowPath }: RecordedNoteProps) {
  return (
    <p className="hub-report__recorded">
      <strong>As recorded at {words}.</strong> What was recorded later is not in it; names of wards
      are of now. {changed !== null && changedInWords(changed)}{' '}
      <Link to={nowPath}>As recorded now</Link>
    </p>
  );
}

function changedInWords(changed: number): string {
  if (changed === 0) return 'No figure is another one now.';
  const figures = changed === 1 ? '1 figure is' : `${changed.toLocaleString('en-GB')} figures are`;
  return `${figures} not what is recorded now: today’s stands beside each. It may have been corrected since, or gone on.`;
}
