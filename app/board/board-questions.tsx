import { useLiveBoard } from '../live/board-context.ts';
import { useBoardFacts } from './board-facts.ts';
import type { FirstScreen } from './first-screen.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { MoveToDialog } from './move-to-dialog.tsx';
import type { MoveQuestion } from './use-move-question.ts';

type BoardQuestionsProps = {
  me: FirstScreen['me'];
  question: MoveQuestion;
  hasKeysOpen: boolean;
  /** The focus goes to the card, wherever it is by then. */
  onMoved: (spellId: string) => void;
  onCloseKeys: () => void;
};

/** What a board asks and tells in front of itself. */
export function BoardQuestions(props: BoardQuestionsProps) {
  const { me, question, hasKeysOpen, onMoved, onCloseKeys } = props;
  const { send, newId } = useLiveBoard();
  const { settable } = useBoardFacts();
  const { asked } = question;
  return (
    <>
      {asked !== null && (
        <MoveToDialog
          {...{ ...asked, me, settable, newId }}
          onMove={send}
          onClose={() => {
            question.close();
            onMoved(asked.card.id);
          }}
        />
      )}
      {hasKeysOpen && <KeysDialog onClose={onCloseKeys} />}
    </>
  );
}
