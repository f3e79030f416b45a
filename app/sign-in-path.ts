/** Where to sign in, to come back to the page that was asked for. Ids only: no patient data. */
export function signInPath(request: Request): string {
  const { pathname, search } = new URL(request.url);
  const asked = request.method === 'GET' ? pathname + search : pathname;
  return `/login?next=${encodeURIComponent(asked)}`;
}
