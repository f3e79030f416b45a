import { describe, expect, it } from 'vitest';
import { compareReturns, figuresSeen } from '../../../../domain/reports/return-content.ts';
import type {
  CountedStay,
  ReturnContent,
  ReturnVersion,
} from '../../../../domain/reports/return-versions.ts';
import type { ReturnCommand } from '../../../../domain/reports/sign-return.ts';
import { decideReturn, parseReturnCommand } from '../../../../domain/reports/sign-return.ts';
import { hubManager, wardCoordinator } from '../../../factories/actor.ts';
import { NOW, TODAY } from '../../../factories/clock.ts';
import { idOf } from '../../../factories/ids.ts';

const row = (metric: string, value: number) =>
  ['21/11/2026', 'Provider', 'MIDLANDS', 'QK1', 'RWE', 'LEICESTER', metric, 'Daily metric', 'X', value]; // prettier-ignore

function aContent(changes: Partial<ReturnContent> = {}): ReturnContent {
  const rows = [row('Discharged', 3), row('Remaining', 7)];
  return { asOf: NOW, rows, stays: [], toMend: [], ...changes };
}

const { id: actorId, name, role, organisation } = hubManager();
function aVersion(version: number, changes: Partial<ReturnVersion> = {}): ReturnVersion {
  return {
    id: idOf(100 + version),
    ...{ part: 'daily', day: '2026-11-21', version, standing: 'signed', note: null },
    ...{ content: aContent(), by: { id: actorId, name }, at: NOW, role, organisation },
    ...{ previousHash: null, hash: `hash ${version}`, ...changes },
  };
}

type Sign = Extract<ReturnCommand, { type: 'SignReturn' }>;
function sign(changes: Partial<Sign> = {}): Sign {
  return {
    ...{ id: idOf(1), type: 'SignReturn', part: 'daily', day: '2026-11-21', seenVersion: 0 },
    ...{ seenFigures: figuresSeen(aContent()), acceptance: '', ...changes },
  };
}
const reopen: ReturnCommand = {
  ...{ id: idOf(2), type: 'ReopenReturn', part: 'daily', day: '2026-11-21' },
  ...{ seenVersion: 1, reason: 'A discharge was recorded late' },
};
const asked = {
  ...{ actor: hubManager(), now: NOW, today: TODAY, timeZone: 'Europe/London' },
  content: aContent(),
};
const mending = aContent({ toMend: [{ spellId: 'a', what: 'no_reason' }] });

describe('signing a return', () => {
  it('keeps the figures that were on screen, by whom and when', () => {
    expect(decideReturn([], sign(), asked)).toMatchObject({
      ok: true,
      draft: {
        ...{ version: 1, standing: 'signed', previousHash: null, at: NOW },
        ...{ by: { id: actorId }, content: aContent(), note: null },
      },
    });
  });

  it.each([
    ['a ward', [], {}, { actor: wardCoordinator() }, 'NOT_ALLOWED'],
    ['a day that is not over', [], { day: TODAY }, {}, 'RULE_BROKEN'],
    ['what is signed', [aVersion(1)], { seenVersion: 1 }, {}, 'RULE_BROKEN'],
    ['what somebody else signed meanwhile', [aVersion(1)], {}, {}, 'CONFLICT'],
    ['a version that never was', [], { seenVersion: 4 }, {}, 'INVALID'],
    ['other figures than were on screen', [], { seenFigures: '3 8' }, {}, 'CONFLICT'],
    ['something to mend', [], {}, { content: mending }, 'RULE_BROKEN'],
  ] as const)('is refused for %s', (_what, versions, changes, context, code) => {
    const answer = decideReturn(versions, sign(changes), { ...asked, ...context });
    expect(answer).toMatchObject({ ok: false, code });
  });

  it('with something to mend takes somebody who says why', () => {
    const command = sign({ acceptance: 'The ward will record the reason today' });
    expect(decideReturn([], command, { ...asked, content: mending })).toMatchObject({
      ok: true,
      draft: { note: 'The ward will record the reason today' },
    });
  });

  it('twice with one command is once', () => {
    const done = aVersion(1, { id: idOf(1) });
    expect(decideReturn([done], sign(), asked)).toEqual({ ok: true, draft: null });
    const other = { ...asked, actor: hubManager({ id: 'user-hub-2' }) };
    expect(decideReturn([done], sign(), other)).toMatchObject({ code: 'RULE_BROKEN' });
  });
});

describe('opening a return again', () => {
  it('is another version, with its reason; then it is signed anew', () => {
    const opened = decideReturn([aVersion(1)], reopen, asked);
    expect(opened).toMatchObject({
      draft: { version: 2, standing: 'reopened', content: null, previousHash: 'hash 1' },
    });
    const versions = [aVersion(1), aVersion(2, { standing: 'reopened', content: null })];
    expect(decideReturn(versions, sign({ seenVersion: 2 }), asked)).toMatchObject({
      draft: { version: 3, standing: 'signed', previousHash: 'hash 2' },
    });
  });

  it('is refused where it is not signed, and without a reason', () => {
    const versions = [aVersion(1, { standing: 'reopened', content: null })];
    expect(decideReturn(versions, reopen, asked)).toMatchObject({ code: 'RULE_BROKEN' });
    expect(parseReturnCommand({ ...reopen, reason: ' ' })).toMatchObject({
      code: 'INVALID',
      fields: { reason: 'Say why it is opened again' },
    });
  });
});

describe('a signed return beside what is recorded now', () => {
  const stay: CountedStay = {
    ...{ spellId: 'a', provider: 'RWE', left: null, isRemaining: true },
    ...{ delayDays: 3, lengthOfStay: 9, reason: 'C2' },
  };

  it('shows each figure and who counts otherwise', () => {
    const gone: CountedStay = { ...stay, left: 'by_17', isRemaining: false };
    const signed = aContent({ stays: [stay, { ...stay, spellId: 'b' }] });
    const rows = [row('Discharged', 4), row('Remaining', 6)];
    const now = aContent({ rows, stays: [gone, { ...stay, spellId: 'b', delayDays: 4 }] });
    expect(compareReturns('daily', signed, now)).toMatchObject({
      figures: [
        { metric: 'Discharged', signed: 3, now: 4 },
        { metric: 'Remaining', signed: 7, now: 6 },
      ],
      stays: [{ spellId: 'a', signed: 'remaining, RWE', now: 'discharged by 17:00, RWE' }],
    });
    expect(compareReturns('weekly', signed, now).stays.map(({ now: words }) => words)).toEqual([
      'not counted',
      '9 nights in hospital, 4 days since ready, C2, RWE',
    ]);
  });

  it('leaves out of the weekly snapshot who has been here for less than seven nights', () => {
    const short = aContent({ stays: [{ ...stay, lengthOfStay: 6 }] });
    expect(compareReturns('weekly', aContent(), short).stays).toEqual([]);
    expect(compareReturns('daily', aContent(), short).stays).toHaveLength(1);
  });
});
