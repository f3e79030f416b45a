import type { ReactNode } from 'react';
import { VisuallyHidden } from '../components/visually-hidden.tsx';
import { Disclosure } from './disclosure.tsx';
import type { PlanCommandType } from './form-key.ts';
import { usePlanFields } from './plan-context.ts';

type TaskDisclosureProps = {
  type: PlanCommandType;
  task: { id: string };
  name: string;
  summary: string;
  children: ReactNode;
};

/** One form about one task. A screen reader hears which; what was not accepted stands open. */
export function TaskDisclosure({ type, task, name, summary, children }: TaskDisclosureProps) {
  const { hasFailed } = usePlanFields(type, task.id);
  return (
    <Disclosure
      summary={
        <>
          {summary} <VisuallyHidden>({name})</VisuallyHidden>
        </>
      }
      isOpen={hasFailed}
    >
      {children}
    </Disclosure>
  );
}
