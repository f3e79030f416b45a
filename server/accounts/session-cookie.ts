/** The one cookie of the hub: where it is read and how it is written. */
export type SessionCookie = {
  read(cookieHeader: string | undefined): string | null;
  write(token: string, maxAgeSeconds: number): string;
  clear(): string;
};

/**
 * Over https the name begins with `__Host-`, which browsers tie to this very host. Over http, which
 * only loopback gets, some browsers would refuse such a cookie.
 */
export function createSessionCookie(publicOrigin: string): SessionCookie {
  const isSecure = publicOrigin.startsWith('https:');
  const name = isSecure ? '__Host-hub_session' : 'hub_session';
  const flags = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  return {
    read: (cookieHeader) => {
      const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim());
      const found = pairs.find((pair) => pair.startsWith(`${name}=`));
      return found === undefined ? null : found.slice(name.length + 1);
    },
    write: (token, maxAgeSeconds) => `${name}=${token}; Max-Age=${maxAgeSeconds}; ${flags}`,
    clear: () => `${name}=; Max-Age=0; ${flags}`,
  };
}
