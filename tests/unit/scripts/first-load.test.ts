import { describe, expect, it } from 'vitest';
import { filesOfRoute, weigh } from '../../../scripts/first-load.mjs';

const manifest = {
  entry: { module: '/entry.js', imports: ['/react.js', '/remix.js'] },
  routes: {
    root: { module: '/root.js', imports: ['/react.js', '/header.js'] },
    'routes/board': { parentId: 'root', module: '/board.js', imports: ['/remix.js', '/card.js'] },
    'routes/panel': { parentId: 'routes/board', module: '/panel.js', imports: ['/card.js'] },
  },
};

describe('the first load of a page', () => {
  it.each([
    ['root', ['/entry.js', '/react.js', '/remix.js', '/root.js', '/header.js']],
    [
      'routes/board',
      ['/entry.js', '/react.js', '/remix.js', '/root.js', '/header.js', '/board.js', '/card.js'],
    ],
    [
      'routes/panel',
      [
        ...['/entry.js', '/react.js', '/remix.js', '/root.js', '/header.js', '/board.js'],
        ...['/card.js', '/panel.js'],
      ],
    ],
  ])('of %s is the entry’s, the parents’ and its own files, each once', (routeId, files) => {
    expect(filesOfRoute(manifest, routeId)).toEqual(files);
  });

  it('of a page that is not there is a fault, not nothing', () => {
    expect(() => filesOfRoute(manifest, 'routes/gone')).toThrow('routes/gone');
  });
});

describe('the limit of the first load', () => {
  const parts = [
    { file: '/small.js', bytes: 20_050 },
    { file: '/large.js', bytes: 79_950 },
  ];

  it.each([
    [100_000, false],
    [99_999, true],
  ])('of %i bytes, against 100,000: too much is %s', (limit, isTooMuch) => {
    expect(weigh(parts, limit)).toMatchObject({ bytes: 100_000, isTooMuch });
  });

  it('says the figure, and what is largest when it is too much', () => {
    expect(weigh(parts, 100_000).line).toBe(
      'First load of the board: 100.0 kB of JavaScript, of 100.0 kB allowed.',
    );
    expect(weigh(parts, 90_000).line.split('\n')).toEqual([
      'First load of the board: 100.0 kB of JavaScript, of 90.0 kB allowed.',
      'The largest:',
      '  80.0 kB  /large.js',
      '  20.1 kB  /small.js',
    ]);
  });
});
