import type { AccountStore } from '../../db/account-store.ts';

/**
 * Looks whether any account has changed, here or through the command line, and only then asks
 * `changed` to look at every session. What fails is done again the next time.
 */
export function watchAccounts(
  accounts: Pick<AccountStore, 'version'>,
  changed: () => Promise<void>,
): () => Promise<void> {
  let known: string | null = null;
  return async () => {
    const version = await accounts.version();
    if (version === known) return;
    await changed();
    known = version;
  };
}
