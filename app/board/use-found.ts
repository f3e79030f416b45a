import { useEffect, useRef } from 'react';
import { countOf } from '../count-words.ts';
import type { BoardUrl } from './board-url.ts';
import type { BoardColumns } from './use-board-columns.ts';

type Chosen = Pick<BoardUrl, 'group' | 'show' | 'fields'>;

/**
 * How many of how many are shown, in words. Also said aloud once something is chosen, and not when
 * news changes the number.
 */
export function useFound(
  { found, total }: Pick<BoardColumns, 'found' | 'total'>,
  { group, show, fields }: Chosen,
  search: string,
  announce: (words: string) => void,
): string {
  const words = foundInWords(found, total);
  const chosen = JSON.stringify([group, show, fields, search]);
  const announcedFor = useRef(chosen);
  useEffect(() => {
    if (announcedFor.current === chosen) return;
    announcedFor.current = chosen;
    announce(`${words} shown`);
  }, [words, chosen, announce]);
  return words;
}

function foundInWords(found: number, total: number): string {
  const all = countOf(total, 'patient', 'patients');
  return found === total ? all : `${found.toLocaleString('en-GB')} of ${all}`;
}
