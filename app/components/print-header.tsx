import { useEffect } from 'react';

type PrintHeaderProps = { words: string };

/**
 * What stands above every sheet when a page is printed. Written through the browser's own objects, as
 * pages have no styles inline; without script the sheets have their numbers alone.
 */
export function PrintHeader({ words }: PrintHeaderProps) {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    // A string of CSS escapes what one of JSON does.
    sheet.replaceSync(`@page { @top-left { content: ${JSON.stringify(words)}; } }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [words]);
  return null;
}
