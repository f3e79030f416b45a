import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { changeCatalogue } from '../catalogue/catalogue-action.ts';
import { catalogueReader } from '../catalogue/catalogue-reader.ts';
import { saveFromForm, setChangeFrom } from '../catalogue/change-from-form.ts';
import { ChangePage } from '../catalogue/change-page.tsx';
import { SetForm } from '../catalogue/set-form.tsx';
import { InsetText } from '../components/inset-text.tsx';
import { newId } from '../new-id.ts';

const NEW = 'new';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: `${data ? (data.set?.name ?? 'New set of tasks') : 'There is a problem'} – Discharge Hub`,
  },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { current } = await catalogueReader(context, request);
  const { sets, types } = current.content;
  const set = sets.find(({ key }) => key === params.key) ?? null;
  if (set === null && params.key !== NEW) throw new Response(null, { status: 404 });
  return { set, types, edition: current.number, commandId: newId() };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { actor } = await catalogueReader(context, request);
  const form = await request.formData();
  const key = params.key === NEW ? null : (params.key ?? '');
  const command = saveFromForm(form, setChangeFrom(form, key));
  return changeCatalogue(context.services, actor, { form, command });
}

export default function CatalogueSetRoute() {
  const { set, types, edition, commandId } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const names = set?.tasks.map(({ type }) => types.find((one) => one.type === type)?.name ?? type);
  const standing = set && (
    <InsetText>
      <p>
        It says now: {set.name}: {names?.join('; ')}.
      </p>
    </InsetText>
  );
  return (
    <ChangePage title={set?.name ?? 'New set of tasks'} state={state} standing={standing}>
      <SetForm {...{ set, types, edition, commandId, state }} />
    </ChangePage>
  );
}
