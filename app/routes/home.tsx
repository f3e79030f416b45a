import { type LoaderFunctionArgs, redirect } from '@remix-run/node';

export function loader({ context }: LoaderFunctionArgs) {
  if (!context.signedIn) throw redirect('/login');
  throw redirect(context.signedIn.user.role === 'admin' ? '/admin' : '/board');
}
