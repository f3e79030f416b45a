import { Form } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { FormGroup, describedBy } from '../components/form-group.tsx';
import { MonthSelect } from './report-filters.tsx';

type NationalFormProps = {
  month: string;
  today: string;
  commandId: string;
  isAgain: boolean;
  errors: Record<string, string>;
};

const HINT =
  'The discharge ready date monthly data that NHS England publishes: its sheet Provider, saved as CSV. At most 1 MB.';

/**
 * Sends a file of the national statistics. The page's own address is the one that takes files, so the
 * browser sends the form itself, with JavaScript as without.
 */
export function NationalForm({ month, today, commandId, isAgain, errors }: NationalFormProps) {
  const id = nationalFieldId('file');
  return (
    <Form method="post" encType="multipart/form-data" className="hub-report__form" reloadDocument>
      <h2 className="nhsuk-heading-m">{isAgain ? 'Send another file' : 'Send the file'}</h2>
      <input type="hidden" name="id" value={commandId} />
      <input type="hidden" name="type" value="TakeNationalFile" />
      <MonthSelect
        id={nationalFieldId('month')}
        label="The file is of"
        chosen={month}
        today={today}
      />
      <FormGroup id={id} label="The file" hint={HINT} error={errors['file']}>
        <input
          {...describedBy({ id, hint: HINT, error: errors['file'] })}
          id={id}
          className="hub-report__upload"
          type="file"
          name="file"
          accept=".csv,text/csv"
          required
        />
      </FormGroup>
      <Button variant="secondary">Send it</Button>
    </Form>
  );
}

export function nationalFieldId(name: string): string {
  return `national-${name}`;
}
