export function noteText(event: { details: { note?: string } | null }): string {
  const note = event.details?.note;
  return note === undefined ? '' : ` (${note})`;
}

export function whoText(event: { details: { who?: string } | null }): string {
  const who = event.details?.who;
  return who === undefined ? '' : `, by ${who}`;
}

export function reasonText(event: { details: { reason: string } | null }): string {
  return event.details === null ? '' : `: ${event.details.reason}`;
}

export function textOf(event: { details: { text: string } | null }): string {
  return event.details === null ? '' : `: ${event.details.text}`;
}
