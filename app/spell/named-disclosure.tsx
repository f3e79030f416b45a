import type { ReactNode } from 'react';
import { VisuallyHidden } from '../components/visually-hidden.tsx';
import { Disclosure } from './disclosure.tsx';
import type { PlanCommandType } from './form-key.ts';
import { usePlanFields } from './plan-context.ts';

type NamedDisclosureProps = {
  type: PlanCommandType;
  /** Undefined where the form is about the stay. */
  taskId: string | undefined;
  name: string;
  summary: string;
  children: ReactNode;
};

/** One form of several alike. A screen reader hears which; what was not accepted stands open. */
export function NamedDisclosure({ type, taskId, name, summary, children }: NamedDisclosureProps) {
  const { hasFailed } = usePlanFields(type, taskId);
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
