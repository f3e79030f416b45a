import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import type { SpellPlanProps } from '../../../app/spell/use-new-plan.ts';
import { SpellPlan } from '../../../app/spell/spell-plan.tsx';
import type { Actor } from '../../../domain/actor.ts';
import type { SpellCommandInput } from '../../../domain/spell/commands.ts';
import type { Refusal } from '../../../domain/result.ts';
import { DEFAULT_TIME_ZONE } from '../../../domain/time.ts';
import { NOW, TODAY } from '../../factories/clock.ts';
import { DELAYED, LOOKUPS, meOf, playSteps, viewOf } from '../../factories/spell-view.ts';

export const delayed = playSteps(DELAYED);

export function propsFor(reader: Actor, more: Partial<SpellPlanProps> = {}): SpellPlanProps {
  return {
    view: viewOf(delayed, reader),
    me: meOf(reader),
    lookups: LOOKUPS,
    asOfDay: TODAY,
    timeZone: DEFAULT_TIME_ZONE,
    now: NOW,
    layout: 'page',
    ...more,
  };
}

export function showTo(reader: Actor, more: Partial<SpellPlanProps> = {}) {
  return render(<SpellPlan {...propsFor(reader, more)} />);
}

/** A panel that sends commands, with what was sent and a way to refuse one. */
export function panelFor(reader: Actor) {
  const onCommand = vi.fn<(command: SpellCommandInput) => void>();
  const onDismissRefusal = vi.fn<(commandId: string) => void>();
  const more = { layout: 'panel', onCommand, onDismissRefusal } as const;
  const { rerender } = showTo(reader, more);
  const last = () => {
    const command = onCommand.mock.lastCall?.[0];
    if (command === undefined) throw new Error('Nothing was sent');
    return command;
  };
  const refuseLast = (refusal: Refusal) => {
    const refusals = [{ command: last(), refusal }];
    rerender(<SpellPlan {...propsFor(reader, { ...more, refusals })} />);
  };
  return { onCommand, onDismissRefusal, last, refuseLast, user: userEvent.setup() };
}
