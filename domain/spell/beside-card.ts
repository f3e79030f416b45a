/** What is said of somebody beside their card, for whoever has the card already. */
export type BesideCard<Row> = Omit<Row, 'card'> & { spellId: string };

/** Rows of a list without their cards. */
export function besideCards<Row extends { card: { id: string } }>(
  rows: readonly Row[],
): BesideCard<Row>[] {
  return rows.map(({ card, ...said }) => ({ spellId: card.id, ...said }));
}

/** The rows again, with the cards that are held; without one there is no row. */
export function withCards<Card, Said extends { spellId: string }>(
  said: readonly Said[],
  cards: ReadonlyMap<string, Card>,
): ({ card: Card } & Omit<Said, 'spellId'>)[] {
  return said.flatMap(({ spellId, ...row }) => {
    const card = cards.get(spellId);
    return card === undefined ? [] : [{ card, ...row }];
  });
}
