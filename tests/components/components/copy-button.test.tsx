import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { CopyButton } from '../../../app/components/copy-button.tsx';

test('copies and says so', async () => {
  const user = userEvent.setup();
  render(<CopyButton text="9434765919" label="Copy NHS number" />);
  await user.click(screen.getByRole('button', { name: 'Copy NHS number' }));

  expect(await screen.findByText('Copied')).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe('9434765919');
});

test('says so when the browser does not allow it', async () => {
  const user = userEvent.setup();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('NotAllowedError'));
  render(<CopyButton text="9434765919" label="Copy NHS number" />);
  await user.click(screen.getByRole('button', { name: 'Copy NHS number' }));

  expect(await screen.findByText('This browser did not allow copying')).toBeVisible();
});
