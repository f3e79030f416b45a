/** The tables of a page, each row by its column's heading. */
export function tablesOf(markdown: string): Record<string, string>[][] {
  const tables: string[][] = [];
  let isInTable = false;
  for (const line of markdown.split('\n')) {
    const isRow = line.startsWith('|');
    if (isRow && !isInTable) tables.push([]);
    if (isRow) tables.at(-1)?.push(line);
    isInTable = isRow;
  }
  return tables.map(([head = '', _rule, ...rows]) => {
    const names = cellsOf(head);
    return rows.map((row) =>
      Object.fromEntries(cellsOf(row).map((cell, at) => [names[at] ?? String(at), cell])),
    );
  });
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
