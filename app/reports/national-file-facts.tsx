import type { StoredNationalFile } from '../../domain/reports/take-national-file.ts';
import { Details } from '../components/details.tsx';

/** Which file it was, whose, and what of it could not be read. */
export function NationalFileFacts({ file }: { file: StoredNationalFile }) {
  const { fileName, by, at, content } = file;
  const { problems, missing } = content;
  return (
    <>
      <p className="hub-quiet">
        “{fileName}”, sent by {by.name}, {at}. Ours by the national measure.
      </p>
      {problems.length > 0 && (
        <Details
          summary={
            problems.length === 1
              ? '1 figure could not be read'
              : `${problems.length} figures could not be read`
          }
        >
          <ul>
            {problems.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Details>
      )}
      {missing.length > 0 && (
        <Details summary={`The file has nothing of ${missing.length} of our measures`}>
          <p>{missing.join('; ')}.</p>
        </Details>
      )}
    </>
  );
}
