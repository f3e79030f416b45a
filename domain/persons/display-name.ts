/** `PATEL, Asha`: family name in capitals first, so that names read alike on every screen. */
export function displayName(person: { familyName: string; givenName: string }): string {
  return `${person.familyName.toUpperCase()}, ${person.givenName}`;
}
