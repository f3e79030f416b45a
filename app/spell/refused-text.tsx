import type { FormValues } from './form-values.ts';

const WRITTEN = ['text', 'reason', 'note'];

type RefusedTextProps = { values: FormValues };

/** What a person wrote and would lose, where it cannot stand in a form. */
export function RefusedText({ values }: RefusedTextProps) {
  const written = WRITTEN.flatMap((name) => values[name] ?? []).filter((text) => text !== '');
  if (written.length === 0) return null;
  return (
    <div>
      <p className="hub-quiet">You had written:</p>
      {written.map((text) => (
        <blockquote className="hub-plan__written" key={text}>
          {text}
        </blockquote>
      ))}
    </div>
  );
}
