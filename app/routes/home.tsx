import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import type { ActorRole } from '../../domain/actor.ts';

export function loader({ context }: LoaderFunctionArgs) {
  if (!context.signedIn) throw redirect('/login');
  throw redirect(FIRST_SCREENS[context.signedIn.user.role] ?? '/board');
}

/** Where somebody's work is, if it is not the board. */
const FIRST_SCREENS: Partial<Record<ActorRole, string>> = {
  admin: '/admin',
  broker: '/tasks',
  housing: '/lightbulb',
};
