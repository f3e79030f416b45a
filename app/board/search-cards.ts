import type { Card } from '../../domain/spell/card.ts';

/** What people type for "no criteria to reside" (handbook 1); the longer ones first. */
const NO_CRITERIA_WORDS = [
  'no criteria to reside',
  'medically optimised',
  'medically fit',
  'no criteria',
  'mffd',
  'mofd',
  'nctr',
];

const FEWEST_DIGITS = 3;

type Search = { words: string[]; digits: string | null; wantsNoCriteria: boolean };

/**
 * A test for what was typed: every word in the name, bed, ward, site or council number; an NHS number
 * with or without its spaces; and the words for "no criteria to reside". Null matches everyone.
 */
export function searchFor(typed: string): ((card: Card) => boolean) | null {
  const search = parse(typed);
  if (search.words.length === 0 && !search.wantsNoCriteria) return null;
  return (card) => {
    if (search.wantsNoCriteria && !hasNoCriteria(card)) return false;
    if (search.digits !== null && card.person.nhsNumber?.includes(search.digits)) return true;
    const text = textOf(card);
    return search.words.every((word) => text.includes(word));
  };
}

function parse(typed: string): Search {
  let rest = ` ${fold(typed)
    .replace(/[\s,]+/g, ' ')
    .trim()} `;
  let wantsNoCriteria = false;
  for (const phrase of NO_CRITERIA_WORDS) {
    if (!rest.includes(` ${phrase} `)) continue;
    wantsNoCriteria = true;
    rest = rest.replace(` ${phrase} `, ' ');
  }
  const digits = rest.replaceAll(' ', '');
  const isNumber = digits.length >= FEWEST_DIGITS && /^\d+$/.test(digits);
  return {
    words: rest.split(' ').filter((word) => word !== ''),
    digits: isNumber ? digits : null,
    wantsNoCriteria,
  };
}

function hasNoCriteria({ dischargeReadyDate, dischargedOn }: Card): boolean {
  return typeof dischargeReadyDate === 'string' && dischargedOn === null;
}

function textOf({ person, ward, bed }: Card): string {
  const { name, socialCareId = '', address = '' } = person;
  const place = `${ward.name} ${ward.site} ${typeof bed === 'string' ? `bed ${bed}` : ''}`;
  return fold(`${name} ${place} ${socialCareId ?? ''} ${address ?? ''}`);
}

/** Small letters without accents, so that "Zoe" finds "ZOË". */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
