import type { RenderPlan } from '../live/live-plan.tsx';
import { SpellPlan } from './spell-plan.tsx';

/** How the panel beside a live page draws a patient's plan. */
export const drawPlan: RenderPlan = (plan) => <SpellPlan {...plan} layout="panel" />;
