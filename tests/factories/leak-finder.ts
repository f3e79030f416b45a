import type { ActorRole, Actor } from '../../domain/actor.ts';
import type { Spell } from '../../domain/spell/state.ts';
import type { Mark } from './marked-words.ts';
import { CARE_FIELD, mayRead } from './marked-words.ts';
import type { RunningHub } from './running-hub.ts';
import { maySee } from './show.ts';

/** A stay as it was from an event on. */
type Version = { seq: number; spell: Spell };
type MarksIn = (text: string) => [word: string, mark: Mark][];

const NHS_NUMBERS = /999 ?\d{3} ?\d{4}/g;

/** Follows every stay from event to event, and finds in a text what its reader may not be sent. */
export function createLeakFinder(hub: RunningHub, marksIn: MarksIn) {
  const stays = new Map<string, Version[]>();
  const spellOfNumber = new Map<string, string>();
  /** How many words each role was rightly sent: a finder that finds none proves nothing. */
  const words = new Map<ActorRole, number>();

  /** Takes in a stay as it is after an event. */
  async function keep(spellId: string, seq: number): Promise<void> {
    const loaded = await hub.store.loadSpell(spellId);
    if (loaded === null) throw new Error('The stay is not there');
    const { spell } = loaded;
    stays.set(spellId, [...(stays.get(spellId) ?? []), { seq, spell }]);
    spellOfNumber.set(spell.person.nhsNumber ?? '', spellId);
  }

  function spellAt(spellId: string, seq: number): Spell | null {
    return stays.get(spellId)?.findLast((version) => version.seq <= seq)?.spell ?? null;
  }

  function isSeen(reader: Actor, spellId: string, seq: number): boolean {
    const spell = spellAt(spellId, seq);
    return spell !== null && maySee(reader, spell);
  }

  /** Who could see a stay once may be told that it has gone. */
  function wasSeen(reader: Actor, spellId: string, seq: number): boolean {
    const versions = stays.get(spellId) ?? [];
    return versions.some((version) => version.seq <= seq && maySee(reader, version.spell));
  }

  function wrongWords(text: string, reader: Actor, seq: number): string[] {
    return marksIn(text).flatMap(([word, mark]) => {
      const spell = spellAt(mark.spellId, seq);
      if (spell === null || !maySee(reader, spell) || !mayRead(reader, mark, spell)) {
        return [`${word} ${JSON.stringify(mark.writtenIn)}`];
      }
      words.set(reader.role, (words.get(reader.role) ?? 0) + 1);
      return [];
    });
  }

  function wrongNumbers(text: string, reader: Actor, seq: number): string[] {
    return [...new Set(text.match(NHS_NUMBERS) ?? [])].filter((number) => {
      const spellId = spellOfNumber.get(number.replaceAll(' ', ''));
      if (spellId === undefined) return false;
      return reader.role === 'housing' || !isSeen(reader, spellId, seq);
    });
  }

  /**
   * What of a text is from outside its reader's sight as it was at `seq`; `asked` is the stay whose
   * id they sent themselves.
   */
  function leaksIn(text: string, reader: Actor, seq: number, asked: string | null): string[] {
    const ids = [...stays.keys()].filter((id) => id !== asked && text.includes(id));
    const fields = reader.role === 'housing' ? CARE_FIELD.exec(text) : null;
    return [
      ...wrongWords(text, reader, seq),
      ...wrongNumbers(text, reader, seq),
      ...ids.filter((id) => !wasSeen(reader, id, seq)),
      ...(fields === null ? [] : [fields[0]]),
    ];
  }

  return {
    keep,
    spellAt,
    leaksIn,
    words,
    stayIds: () => [...stays.keys()],
    lastSeq: () => Math.max(0, ...[...stays.values()].map((versions) => versions.at(-1)?.seq ?? 0)),
  };
}
