/** `  cards visible            412 ms   goal ≤ 1000 ms   met` */
export function printFigure(name: string, value: number, unit: string, goal?: number): void {
  const shown = (figure: number) => `${figure < 1000 ? round(figure) : Math.round(figure)} ${unit}`.trim(); // prettier-ignore
  const columns = [`  ${name.padEnd(34)}`, shown(value).padStart(10)];
  if (goal !== undefined) {
    columns.push(`   goal ≤ ${shown(goal)}`.padEnd(20), value <= goal ? 'met' : 'MISSED');
  }
  printLine(columns.join(''));
}

export function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

function round(figure: number): number {
  return Math.round(figure * 10) / 10;
}
