/** A line for whoever runs the command; its problems go to standard error instead. */
export function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}
