/** With a capital at the beginning. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Beginning small, to stand inside a sentence; an `NHS` further on stays as it is. */
export function startingSmall(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
