import { describe, expect, it } from 'vitest';
import { NOTHING_CHOSEN, readBoardUrl, withBoardUrl } from '../../../../app/board/board-url.ts';
import type { Actor } from '../../../../domain/actor.ts';
import { broker, housingOfficer, hubManager, wardCoordinator } from '../../../factories/actor.ts';
import { TODAY } from '../../../factories/clock.ts';
import { TEST_WARDS } from '../../../factories/ward.ts';

const read = (query: string, reader: Actor = hubManager()) =>
  readBoardUrl(new URLSearchParams(query), reader, { wards: TEST_WARDS, asOfDay: TODAY });
const nothing = { group: 'pathway', order: 'urgency', show: null, fields: {}, patientId: null };

describe('the address', () => {
  it.each([
    ['', nothing],
    ['group=edd&sort=delay', { ...nothing, group: 'edd', order: 'delay' }],
    ['show=no-edd', { ...nothing, show: 'no-edd' }],
    ['patient=abc', { ...nothing, patientId: 'abc' }],
    [
      'site=lri&ward=lri-23&council=rutland&edd=week&delay=7-13&team=hub',
      {
        ...nothing,
        fields: {
          ...{ site: 'lri', ward: 'lri-23', council: 'rutland' },
          ...{ edd: 'week', delay: '7-13', team: 'hub' },
        },
      },
    ],
    ['edd=2026-12-24', { ...nothing, fields: { edd: '2026-12-24' } }],
  ])('"%s"', (query, expected) => {
    expect(read(query)).toEqual(expected);
  });

  it.each([
    'group=nonsense&sort=nonsense&show=nonsense',
    'ward=&show=&patient=',
    'site=elsewhere&ward=no-such-ward&council=atlantis&team=nobody',
    'edd=2026-02-30&delay=5',
    'edd=constructor&ward=__proto__&group=toString',
    'council=leicester%20',
  ])('with nonsense in it falls back quietly: "%s"', (query) => {
    expect(read(query)).toEqual(nothing);
  });

  it('gives housing no grouping, order or filter of care', () => {
    const query = 'group=pathway&show=21-days&sort=delay&delay=21&team=hub&council=rutland';
    const expected = { ...nothing, group: 'edd', fields: { council: 'rutland' } };
    expect(read(query, housingOfficer())).toEqual(expected);
  });

  it('gives a broker one council, and a coordinator their own wards', () => {
    expect(read('group=council&council=rutland', broker())).toEqual(nothing);
    expect(read('ward=gh-24&site=gh', wardCoordinator())).toEqual(nothing);
    expect(read('ward=lri-31', wardCoordinator()).fields).toEqual({ ward: 'lri-31' });
  });

  it('keeps what else is chosen', () => {
    const params = new URLSearchParams('group=edd&show=no-edd&patient=abc&edd=week');
    const next = withBoardUrl(params, { show: null, fields: { ward: 'gh-24', edd: null } });
    expect(next.toString()).toBe('group=edd&patient=abc&ward=gh-24');
  });

  it('can be cleared of all that leaves somebody out', () => {
    const query = 'group=ward&sort=name&site=lri&ward=lri-23&council=rutland&edd=week';
    const params = new URLSearchParams(`${query}&delay=1&team=hub&show=mine`);
    expect(withBoardUrl(params, NOTHING_CHOSEN).toString()).toBe('group=ward&sort=name');
  });
});
