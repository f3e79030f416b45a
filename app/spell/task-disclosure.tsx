import type { ReactNode } from 'react';
import type { PlanCommandType } from './form-key.ts';
import { NamedDisclosure } from './named-disclosure.tsx';

type TaskDisclosureProps = {
  type: PlanCommandType;
  task: { id: string };
  name: string;
  summary: string;
  children: ReactNode;
};

/** One form about one task. */
export function TaskDisclosure({ task, ...props }: TaskDisclosureProps) {
  return <NamedDisclosure {...props} taskId={task.id} />;
}
