import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode, useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { Dialog } from '../../../app/components/dialog.tsx';

// jsdom has no modal dialogs. Of a browser's showModal this does what the component relies on: it
// opens, and the focus moves inside. Inertness, the backdrop and Escape itself need a real browser.
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = vi.fn(function (this: HTMLDialogElement) {
    if (this.open) throw new DOMException('already open', 'InvalidStateError');
    this.open = true;
    this.querySelector('button')?.focus();
  });
});

function Asking() {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setIsAsking(true)}>
        Discharge
      </button>
      {isAsking && (
        <Dialog title="Discharge this patient?" onClose={() => setIsAsking(false)}>
          <button type="button" onClick={() => setIsAsking(false)}>
            Not yet
          </button>
        </Dialog>
      )}
    </>
  );
}

async function openDialog() {
  const user = userEvent.setup();
  render(
    <StrictMode>
      <Asking />
    </StrictMode>,
  );
  await user.click(screen.getByRole('button', { name: 'Discharge' }));
  return user;
}

test('opens as a modal that is named by its title, with the focus inside', async () => {
  await openDialog();

  expect(screen.getByRole('dialog', { name: 'Discharge this patient?' })).toBeVisible();
  expect(HTMLDialogElement.prototype.showModal).toHaveBeenCalledOnce();
  expect(screen.getByRole('button', { name: 'Not yet' })).toHaveFocus();
});

test('gives the focus back to what opened it', async () => {
  const user = await openDialog();
  await user.click(screen.getByRole('button', { name: 'Not yet' }));

  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Discharge' })).toHaveFocus();
});

test('Escape, which a browser turns into a cancel event, asks the owner to close it', async () => {
  await openDialog();
  const wasLeftOpen = !fireEvent(
    screen.getByRole('dialog'),
    new Event('cancel', { cancelable: true }),
  );

  expect(wasLeftOpen).toBe(true);
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Discharge' })).toHaveFocus();
});
