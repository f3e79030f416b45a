import { NavLink } from '@remix-run/react';
import './notices.scss';

const PAGES = [
  { href: '/notices', label: 'Notices' },
  { href: '/notices/today', label: 'Waiting for me today' },
];

/** What one was told, and what waits today: two pages beside each other. */
export function NoticesHeading({ title }: { title: string }) {
  return (
    <>
      <h1 className="nhsuk-heading-l hub-notices__title">{title}</h1>
      <nav className="hub-tabs" aria-label="Notices">
        <ul className="hub-lines hub-tabs__list">
          {PAGES.map(({ href, label }) => (
            <li key={href}>
              <NavLink to={href} end>
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
