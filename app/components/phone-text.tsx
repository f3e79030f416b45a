type PhoneTextProps = { text: string };

/** A British telephone number in a text: digits with spaces, from 0 or +44. */
const NUMBER = /(?:\+44 ?|0)(?:\d ?){8,9}\d/;

/** A text whose telephone number, if it has one, can be rung by touching it. */
export function PhoneText({ text }: PhoneTextProps) {
  const found = NUMBER.exec(text);
  if (found === null) return text;
  const [number] = found;
  const end = found.index + number.length;
  return (
    <>
      {text.slice(0, found.index)}
      <a className="hub-phone" href={`tel:${number.replaceAll(' ', '')}`}>
        {number}
      </a>
      {text.slice(end)}
    </>
  );
}
