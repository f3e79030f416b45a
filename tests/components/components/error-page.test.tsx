import { createRemixStub } from '@remix-run/testing';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ErrorPage } from '../../../app/components/error-page.tsx';

function show(status: number, requestId: string | null = 'req-1') {
  const Stub = createRemixStub([
    {
      path: '/',
      Component: () => (
        <ErrorPage status={status} path="/spells/1?tab=notes" requestId={requestId} />
      ),
    },
  ]);
  const { container } = render(<Stub />);
  return container.textContent;
}

test.each([
  [401, 'Sign in again'],
  [403, 'Your role cannot do this'],
  [404, 'This is not here'],
  [409, 'Somebody changed this before you'],
  [422, 'This could not be done'],
  [429, 'Too many tries'],
  [503, 'The hub is busy or restarting'],
  [500, 'Something went wrong on our side'],
  [418, 'Something went wrong on our side'],
])('status %i is explained as "%s"', (status, title) => {
  show(status);

  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(title);
});

test('signing in again leads back to where the person was', () => {
  show(401);

  expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute(
    'href',
    '/login?next=%2Fspells%2F1%3Ftab%3Dnotes',
  );
});

test('only a fault of ours gives a reference', () => {
  expect(show(500, 'req-8f2c')).toContain('req-8f2c');
  expect(show(404, 'req-8f2c')).not.toContain('req-8f2c');
});
