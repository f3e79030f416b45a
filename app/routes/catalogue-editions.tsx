import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { whatChanged } from '../../domain/catalogue/what-changed.ts';
import { formatInstant } from '../../domain/time.ts';
import { changeCatalogue } from '../catalogue/catalogue-action.ts';
import { catalogueReader } from '../catalogue/catalogue-reader.ts';
import { saveFromForm, textIn } from '../catalogue/change-from-form.ts';
import { ChangePage } from '../catalogue/change-page.tsx';
import { EditionList } from '../catalogue/edition-list.tsx';
import { newId } from '../new-id.ts';

const SHOWN = 100;

export const meta: MetaFunction = ({ error }) => [
  {
    title: error
      ? 'There is a problem – Discharge Hub'
      : 'Editions of the catalogue – Discharge Hub',
  },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { editions, current } = await catalogueReader(context, request);
  const { timeZone } = context.services.clock;
  const lines = editions.map(({ number, content, saved, note, follow, followed }, index) => {
    const before = editions[index - 1];
    return {
      ...{ number, note, isFollowed: follow !== null, changedTasks: followed?.changed ?? null },
      savedBy: saved?.by.name ?? null,
      savedAt: saved && formatInstant(saved.at, timeZone),
      changes: before === undefined ? [] : whatChanged(before.content, content),
      commandId: newId(),
    };
  });
  return { lines: lines.toReversed().slice(0, SHOWN), edition: current.number };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor } = await catalogueReader(context, request);
  const form = await request.formData();
  const change = { kind: 'restore', number: Number(textIn(form, 'number')) };
  const command = saveFromForm(form, change);
  return changeCatalogue(context.services, actor, { form, command });
}

export default function CatalogueEditionsRoute() {
  const { lines, edition } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const number = state?.typed.find(([name]) => name === 'number')?.[1];
  const title = state?.check ? `Go back to edition ${number ?? ''}` : 'Editions of the catalogue';
  return (
    <ChangePage title={title} state={state} standing={null}>
      <EditionList {...{ lines, edition }} />
    </ChangePage>
  );
}
