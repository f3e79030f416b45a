import { createContext, useContext } from 'react';

/** Only the server's rendering knows the nonce; in the browser the attribute reads as empty. */
const CspNonceContext = createContext('');

export const CspNonceProvider = CspNonceContext.Provider;

export function useCspNonce() {
  return useContext(CspNonceContext);
}
