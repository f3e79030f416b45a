import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { describe, expect, test } from 'vitest';
import { CheckboxField } from '../../../app/components/checkbox-field.tsx';
import { DateField } from '../../../app/components/date-field.tsx';
import { RadiosField } from '../../../app/components/radios-field.tsx';
import { SelectField } from '../../../app/components/select-field.tsx';
import { TextAreaField } from '../../../app/components/text-area-field.tsx';
import { TextField } from '../../../app/components/text-field.tsx';

const common = {
  id: 'f',
  name: 'f',
  label: 'The label',
  hint: 'What to write',
  error: 'Not like that',
};
const options = [
  { value: 'a', label: 'Option A' },
  { value: 'b', label: 'Option B' },
];

const fields: [string, ReactElement, string][] = [
  ['text', <TextField key="t" {...common} defaultValue="B4" />, 'B4'],
  ['text area', <TextAreaField key="a" {...common} defaultValue="Two lines" />, 'Two lines'],
  ['date', <DateField key="d" {...common} defaultValue="2026-11-27" />, '2026-11-27'],
  ['select', <SelectField key="s" {...common} options={options} defaultValue="b" />, 'b'],
];

describe.each(fields)('a %s field', (_kind, field, typed) => {
  test('is found by its label, keeps what was typed, and is described by hint and error', () => {
    render(field);
    const control = screen.getByLabelText('The label');

    expect(control).toHaveValue(typed);
    expect(control).toHaveAccessibleDescription('What to write Error: Not like that');
    expect(control).toBeInvalid();
  });
});

test('a field without hint and error has no description and is not marked as wrong', () => {
  render(<TextField id="f" name="f" label="The label" />);
  const control = screen.getByRole('textbox', { name: 'The label' });

  expect(control).not.toHaveAttribute('aria-describedby');
  expect(control).not.toHaveAttribute('aria-invalid');
});

test('radios are one group with a legend, and the first has the id that an error links to', async () => {
  const user = userEvent.setup();
  render(<RadiosField {...common} options={options} defaultValue="b" />);
  const group = screen.getByRole('group', { name: 'The label' });
  const [first, second] = within(group).getAllByRole('radio');

  expect(group).toHaveAccessibleDescription('What to write Error: Not like that');
  expect(first).toHaveAttribute('id', 'f');
  expect(second).toBeChecked();
  await user.click(screen.getByRole('radio', { name: 'Option A' }));
  expect(first).toBeChecked();
  expect(second).not.toBeChecked();
});

test('a checkbox is ticked by its label and sends its value', async () => {
  const user = userEvent.setup();
  render(
    <form aria-label="Form">
      <CheckboxField {...common} />
    </form>,
  );
  const form = screen.getByRole<HTMLFormElement>('form', { name: 'Form' });

  expect(new FormData(form).get('f')).toBeNull();
  await user.click(screen.getByRole('checkbox', { name: 'The label' }));
  expect(new FormData(form).get('f')).toBe('yes');
});
