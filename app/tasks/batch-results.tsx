/** What became of each of several tasks. */
export type BatchResult = {
  id: string;
  /** "Package of care sourcing for PATEL, Asha" */
  what: string;
  /** `waiting`: not answered yet. */
  outcome: 'waiting' | 'done' | 'refused';
  /** Why it was refused. */
  message: string | null;
};

type BatchResultsProps = { results: readonly BatchResult[]; onClose?: () => void };

/** One by one, as some may be done and others not. */
export function BatchResults({ results, onClose }: BatchResultsProps) {
  if (results.length === 0) return null;
  const count = (outcome: BatchResult['outcome']) =>
    results.filter((result) => result.outcome === outcome).length;
  const summary = [
    `${count('done')} of ${results.length} saved`,
    count('waiting') > 0 && `${count('waiting')} not saved yet`,
    count('refused') > 0 && `${count('refused')} not changed`,
  ];
  return (
    <section className="hub-queue__results" aria-label="What became of them">
      <p role="status">
        <strong>{summary.filter(Boolean).join(', ')}.</strong>
      </p>
      <ul className="hub-lines">
        {results.map(({ id, what, outcome, message }) => (
          <li key={id}>
            {what}: <strong>{WORDS[outcome]}</strong>
            {message !== null && ` ${message}`}
          </li>
        ))}
      </ul>
      {onClose !== undefined && (
        <button type="button" className="hub-button" onClick={onClose}>
          Close this list
        </button>
      )}
    </section>
  );
}

const WORDS: Record<BatchResult['outcome'], string> = {
  waiting: 'not saved yet.',
  done: 'saved.',
  refused: 'not changed.',
};
