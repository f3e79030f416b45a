import type { ReactElement } from 'react';

type Shape = 'disc' | 'arc' | 'cross' | 'triangle';

/** A shape beside words, so that a state is never told by colour alone. Takes the text's colour. */
type StatusShapeProps = { shape: Shape };

const DRAWINGS: Record<Shape, ReactElement> = {
  disc: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  arc: (
    <path
      d="M8 2a6 6 0 1 1-6 6"
      fill="none"
      stroke="currentColor"
      strokeWidth="3"
      strokeLinecap="round"
    />
  ),
  triangle: (
    <path
      d="M8 1.5 15 14.5H1ZM8 6v4M8 11.5v1.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinejoin="round"
    />
  ),
  cross: (
    <path
      d="M3 3l10 10M13 3L3 13"
      fill="none"
      stroke="currentColor"
      strokeWidth="3.5"
      strokeLinecap="round"
    />
  ),
};

export function StatusShape({ shape }: StatusShapeProps) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {DRAWINGS[shape]}
    </svg>
  );
}
