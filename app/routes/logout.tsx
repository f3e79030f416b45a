import { type ActionFunctionArgs, redirect } from '@remix-run/node';

export function loader() {
  return redirect('/');
}

export async function action({ context }: ActionFunctionArgs) {
  const { setCookie } = await context.services.signOut();
  return redirect('/login', { headers: { 'Set-Cookie': setCookie } });
}
