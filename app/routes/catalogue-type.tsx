import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { targetInWords } from '../../domain/tasks/target-words.ts';
import { TASK_OWNER_NAMES } from '../../domain/tasks/task-types.ts';
import { changeCatalogue } from '../catalogue/catalogue-action.ts';
import { catalogueReader } from '../catalogue/catalogue-reader.ts';
import { saveFromForm, typeChangeFrom } from '../catalogue/change-from-form.ts';
import { ChangePage } from '../catalogue/change-page.tsx';
import { TypeForm } from '../catalogue/type-form.tsx';
import { InsetText } from '../components/inset-text.tsx';
import { newId } from '../new-id.ts';

const NEW = 'new';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: `${data ? (data.entry?.name ?? 'New type of task') : 'There is a problem'} – Discharge Hub`,
  },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { current } = await catalogueReader(context, request);
  const entry = current.content.types.find(({ type }) => type === params.type) ?? null;
  if (entry === null && params.type !== NEW) throw new Response(null, { status: 404 });
  return { entry, edition: current.number, commandId: newId() };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { actor } = await catalogueReader(context, request);
  const form = await request.formData();
  const type = params.type === NEW ? null : (params.type ?? '');
  const command = saveFromForm(form, typeChangeFrom(form, type));
  return changeCatalogue(context.services, actor, { form, command });
}

export default function CatalogueTypeRoute() {
  const { entry, edition, commandId } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const standing = entry && (
    <InsetText>
      <p>
        It says now: {entry.name}, {TASK_OWNER_NAMES[entry.owner]}, {targetInWords(entry.target)}
        {entry.isOffered ? '' : ', no longer offered'}.
      </p>
    </InsetText>
  );
  return (
    <ChangePage title={entry?.name ?? 'New type of task'} state={state} standing={standing}>
      <TypeForm {...{ entry, edition, commandId, state }} />
    </ChangePage>
  );
}
