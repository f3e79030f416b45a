import { Form } from '@remix-run/react';
import type { NoticeKind } from '../../domain/notices/notice-kinds.ts';
import { NOTICES } from '../../domain/notices/notice-kinds.ts';
import { Button } from '../components/button.tsx';
import { CheckboxesField } from '../components/checkboxes-field.tsx';
import { InsetText } from '../components/inset-text.tsx';

type SettingsProps = { settings: readonly { kind: NoticeKind; isOn: boolean }[]; isSaved: boolean };

/** What somebody wants to be told of, from now on. */
export function NoticeSettings({ settings, isSaved }: SettingsProps) {
  return (
    <section className="hub-notices__settings" aria-labelledby="notice-settings">
      <h2 className="nhsuk-heading-m" id="notice-settings">
        What you are told of
      </h2>
      {isSaved && <InsetText>Saved. It applies to what happens from now on.</InsetText>}
      <Form method="post" action="/notices">
        <CheckboxesField
          id="kinds"
          name="kind"
          label="Tell me when"
          hint="You are never told of what you did yourself. Notices are cleared after 14 days."
          options={settings.map(({ kind }) => ({ value: kind, label: NOTICES[kind].name }))}
          isTicked={(value) => settings.some(({ kind, isOn }) => kind === value && isOn)}
        />
        <Button name="intent" value="settings" variant="secondary">
          Save
        </Button>
      </Form>
    </section>
  );
}
