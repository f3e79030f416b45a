/** Where to sign in, to come back to the page that was asked for. Ids only: no patient data. */
export function signInPath(request: Request): string {
  const { pathname } = new URL(request.url);
  return `/login?next=${encodeURIComponent(pathname)}`;
}
