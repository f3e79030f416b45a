import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ErrorSummary } from '../../../app/components/error-summary.tsx';
import { TextField } from '../../../app/components/text-field.tsx';

test('takes the focus when it appears, so that it is read first', () => {
  render(<ErrorSummary errors={[{ message: 'Enter a date' }]} />);

  expect(screen.getByText('There is a problem').closest('.nhsuk-error-summary')).toHaveFocus();
  expect(screen.getByRole('alert')).toHaveTextContent('Enter a date');
});

test('takes the focus again when a second try fails', async () => {
  const user = userEvent.setup();
  const page = (message: string) => (
    <>
      <ErrorSummary title="Not saved" errors={[{ message }]} />
      <button type="button">Save</button>
    </>
  );
  const { rerender } = render(page('Enter a date'));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  rerender(page('The date is in the past'));

  expect(screen.getByText('Not saved').closest('.nhsuk-error-summary')).toHaveFocus();
});

test('a link leads into the field it is about', async () => {
  const user = userEvent.setup();
  render(
    <>
      <ErrorSummary errors={[{ message: 'Enter a bed', fieldId: 'bed' }]} />
      <TextField id="bed" name="bed" label="Bed" error="Enter a bed" />
    </>,
  );
  await user.click(screen.getByRole('link', { name: 'Enter a bed' }));

  expect(screen.getByRole('textbox', { name: 'Bed' })).toHaveFocus();
});
