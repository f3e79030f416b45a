import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import { failOnNoise } from './fail-on-noise.ts';

// createRemixStub cannot be told the router's future flags.
failOnNoise((text) => text.includes('v7_startTransition'));

afterEach(() => {
  cleanup();
});
