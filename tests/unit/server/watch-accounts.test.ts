import { describe, expect, it } from 'vitest';
import { watchAccounts } from '../../../server/jobs/watch-accounts.ts';

function watched() {
  let version = '1.0';
  let looks = 0;
  let fails = false;
  const look = watchAccounts({ version: () => Promise.resolve(version) }, () => {
    looks += 1;
    return fails ? Promise.reject(new Error('busy')) : Promise.resolve();
  });
  return {
    look,
    looks: () => looks,
    change: (to: string) => (version = to),
    failing: (is: boolean) => (fails = is),
  };
}

describe('the watch over accounts', () => {
  it('looks at the sessions once for each change, and never without one', async () => {
    const { look, looks, change } = watched();
    for (let times = 0; times < 3; times += 1) await look();
    expect(looks()).toBe(1);
    change('2.0');
    for (let times = 0; times < 3; times += 1) await look();
    expect(looks()).toBe(2);
  });

  it('looks again after it failed', async () => {
    const { look, looks, failing } = watched();
    failing(true);
    await expect(look()).rejects.toThrow('busy');
    failing(false);
    await look();
    await look();
    expect(looks()).toBe(2);
  });
});
