import { beforeEach, expect, it, vi } from 'vitest';
import { SpellPlan } from '../../../app/spell/spell-plan.tsx';
import { wardCoordinator } from '../../factories/actor.ts';
import { CARE_ACT_TASK, MEDICINES_TASK, RESULTS_TASK } from '../../factories/spell-view.ts';
import { propsFor, showTo } from './show-plan.tsx';

const scrolled = vi.fn<() => void>();
const focused = () => document.activeElement?.getAttribute('data-task-id') ?? null;

beforeEach(() => {
  scrolled.mockClear();
  // What jsdom leaves out.
  Element.prototype.scrollIntoView = scrolled;
});

it('the plan opens at the task that was asked for, with the focus on it', () => {
  showTo(wardCoordinator(), { layout: 'panel', atTaskId: MEDICINES_TASK });
  expect(focused()).toBe(MEDICINES_TASK);
  expect(scrolled).toHaveBeenCalledOnce();
});

it('another task of the same patient is gone to, news moves nothing', () => {
  const more = { layout: 'panel', atTaskId: MEDICINES_TASK } as const;
  const { rerender } = showTo(wardCoordinator(), more);
  rerender(<SpellPlan {...propsFor(wardCoordinator(), { ...more, atTaskId: CARE_ACT_TASK })} />);
  expect(focused()).toBe(CARE_ACT_TASK);
  const link = document.createElement('button');
  document.body.append(link);
  link.focus();
  rerender(<SpellPlan {...propsFor(wardCoordinator(), { ...more, atTaskId: CARE_ACT_TASK })} />);
  expect(document.activeElement).toBe(link);
  link.remove();
});

it('a task that is done is unfolded first; one that is not there moves nothing', () => {
  const { unmount } = showTo(wardCoordinator(), { layout: 'panel', atTaskId: RESULTS_TASK });
  expect(focused()).toBe(RESULTS_TASK);
  expect(document.activeElement?.closest('details')).toHaveAttribute('open');
  unmount();
  showTo(wardCoordinator(), { layout: 'panel', atTaskId: 'not-there' });
  expect(focused()).toBeNull();
});
