import type { WhatChanged } from '../../domain/catalogue/what-changed.ts';

/** What an edition says otherwise than the one before it. */
export function ChangeList({ changes }: { changes: readonly WhatChanged[] }) {
  return (
    <dl className="hub-catalogue-changes">
      {changes.map(({ about, changes: lines }) => (
        <div key={about}>
          <dt>{about}</dt>
          {lines.map((line) => (
            <dd key={line}>{line}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
