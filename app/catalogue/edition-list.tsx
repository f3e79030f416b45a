import { Form } from '@remix-run/react';
import type { WhatChanged } from '../../domain/catalogue/what-changed.ts';
import { Button } from '../components/button.tsx';
import { VisuallyHidden } from '../components/visually-hidden.tsx';
import { ChangeList } from './change-list.tsx';

export type EditionLine = {
  number: number;
  savedBy: string | null;
  savedAt: string | null;
  note: string | null;
  changes: readonly WhatChanged[];
  /** Whether open tasks were to follow it, and how many did; null while they are on it. */
  isFollowed: boolean;
  changedTasks: number | null;
  commandId: string;
};

type EditionListProps = { lines: readonly EditionLine[]; edition: number };

/** Every edition, the newest first: who saved it, what it changed; earlier ones can be gone back to. */
export function EditionList({ lines, edition }: EditionListProps) {
  return (
    <ol className="hub-catalogue-editions">
      {lines.map((line) => (
        <li key={line.number} id={`edition-${line.number}`}>
          <h2 className="nhsuk-heading-s">
            Edition {line.number}
            {line.number === edition ? ', holds now' : ''}
          </h2>
          <p className="hub-quiet">
            {line.savedAt === null ? 'As the hub began' : `${line.savedBy ?? ''}, ${line.savedAt}`}
          </p>
          {line.note !== null && <p>Why: {line.note}</p>}
          <ChangeList changes={line.changes} />
          {line.isFollowed && <p>{followedInWords(line.changedTasks)}</p>}
          {line.number !== edition && <GoBack line={line} edition={edition} />}
        </li>
      ))}
    </ol>
  );
}

function followedInWords(changed: number | null): string {
  if (changed === null) return 'Open tasks are being changed along with it.';
  return `${changed} open ${changed === 1 ? 'task was' : 'tasks were'} changed along with it.`;
}

function GoBack({ line, edition }: { line: EditionLine; edition: number }) {
  return (
    <Form method="post">
      <input type="hidden" name="number" value={line.number} />
      <input type="hidden" name="commandId" value={line.commandId} />
      <input type="hidden" name="seenVersion" value={edition} />
      <Button variant="secondary" size="small" name="step" value="check">
        Go back to this edition<VisuallyHidden>: {line.number}</VisuallyHidden>
      </Button>
    </Form>
  );
}
