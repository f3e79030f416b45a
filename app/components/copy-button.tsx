import { useState } from 'react';
import { VisuallyHidden } from './visually-hidden.tsx';

/** `label` names what is copied: "Copy NHS number"; `about` says more of it to a screen reader. */
type CopyButtonProps = { text: string; label: string; about?: string };

type Outcome = 'none' | 'copied' | 'failed';

const WORDS: Record<Outcome, string> = {
  none: '',
  copied: 'Copied',
  failed: 'This browser did not allow copying',
};

export function CopyButton({ text, label, about }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>('none');

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      // Refused by the browser, or no secure context: either way the person copies by hand.
      setOutcome('failed');
    }
  };

  return (
    <span className="hub-copy">
      <button type="button" className="hub-button" onClick={() => void copy()}>
        {label}
        {about !== undefined && <VisuallyHidden> {about}</VisuallyHidden>}
      </button>
      <span role="status" className="hub-quiet">
        {WORDS[outcome]}
      </span>
    </span>
  );
}
