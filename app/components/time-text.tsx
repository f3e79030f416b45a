import type { ReactNode } from 'react';

/** `dateTime` for machines (an instant or YYYY-MM-DD), the children for people. */
type TimeTextProps = { dateTime: string; children: ReactNode };

export function TimeText({ dateTime, children }: TimeTextProps) {
  return <time dateTime={dateTime}>{children}</time>;
}
