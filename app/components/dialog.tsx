import type { ReactNode, SyntheticEvent } from 'react';
import { useEffect, useId, useRef } from 'react';

type DialogProps = {
  title: string;
  tone?: 'plain' | 'warning';
  onClose: () => void;
  children: ReactNode;
};

/**
 * A modal question. It is open for as long as it is rendered: `{isAsking && <Dialog …>}`. Escape calls
 * `onClose`; when it goes, the focus returns to what had it before.
 */
export function Dialog({ title, tone = 'plain', onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const opener = useRef<Element | null>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    // Strict mode runs this twice; by the second time the focus is inside.
    opener.current ??= document.activeElement;
    if (element && !element.open) element.showModal();
    return () => {
      const isGone = !element?.isConnected;
      if (isGone && opener.current instanceof HTMLElement) opener.current.focus();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      className={tone === 'warning' ? 'hub-dialog hub-dialog--warning' : 'hub-dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        keepOpenUntilUnmounted(event);
        onClose();
      }}
      onClose={onClose}
    >
      <h2 className="hub-dialog__title" id={titleId}>
        {title}
      </h2>
      <div className="hub-dialog__body">{children}</div>
    </dialog>
  );
}

// The one that renders the dialog decides; the browser must not close it behind React's back.
function keepOpenUntilUnmounted(event: SyntheticEvent) {
  event.preventDefault();
}
