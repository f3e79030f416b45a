import { createRemixStub } from '@remix-run/testing';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SiteHeader } from '../../../app/components/site-header.tsx';

function show(props: Partial<Parameters<typeof SiteHeader>[0]>) {
  const Stub = createRemixStub([
    {
      path: '/board',
      Component: () => (
        <SiteHeader serviceName="Discharge Hub" navigation={[]} account={null} {...props} />
      ),
    },
  ]);
  render(<Stub initialEntries={['/board']} />);
}

test('says where one is, who is signed in, and lets them sign out by a form', () => {
  show({
    navigation: [
      { href: '/board', label: 'Board' },
      { href: '/wards', label: 'Wards' },
    ],
    account: { name: 'Priya Raman', detail: 'Ward' },
  });

  expect(screen.getByRole('link', { name: 'Board' })).toHaveAttribute('aria-current', 'page');
  expect(screen.getByRole('link', { name: 'Wards' })).not.toHaveAttribute('aria-current');
  expect(screen.getByText('Priya Raman')).toBeVisible();
  const form = screen.getByRole('button', { name: 'Sign out' }).closest('form');
  expect(form).toHaveAttribute('action', '/logout');
  expect(form).toHaveAttribute('method', 'post');
});

test('shows nobody a menu before they have signed in', () => {
  show({});

  expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
