import { Form, NavLink, Link } from '@remix-run/react';
import type { ReactNode } from 'react';

export type NavigationItem = { href: string; label: string };

export type SignedInAccount = { name: string; detail: string };

type SiteHeaderProps = {
  serviceName: string;
  navigation: readonly NavigationItem[];
  account: SignedInAccount | null;
  /** What stands before the account. */
  children?: ReactNode;
};

export function SiteHeader({ serviceName, navigation, account, children }: SiteHeaderProps) {
  return (
    <header className="hub-header">
      <div className="hub-header__bar">
        <Link className="hub-header__brand" to="/" aria-label={`NHS ${serviceName}, home`}>
          <NhsLogo />
          <span>{serviceName}</span>
        </Link>
        {navigation.length > 0 && <Navigation items={navigation} />}
        <div className="hub-header__end">
          {children}
          {account && <Account account={account} />}
        </div>
      </div>
    </header>
  );
}

function Navigation({ items }: { items: readonly NavigationItem[] }) {
  return (
    <nav className="hub-header__nav" aria-label="Main">
      <ul className="hub-header__links">
        {items.map(({ href, label }) => (
          <li key={href} className="hub-header__item">
            <NavLink className="hub-header__link" to={href}>
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Account({ account }: { account: SignedInAccount }) {
  return (
    <div className="hub-header__account">
      <p className="hub-header__who">
        <span className="nhsuk-u-visually-hidden">Signed in as </span>
        <span className="hub-header__user">{account.name}</span>
        <span className="hub-header__detail">{account.detail}</span>
      </p>
      {/* A whole page load, so that nothing of the signed-in page stays in memory. */}
      <Form method="post" action="/logout" reloadDocument>
        <button className="hub-header__sign-out" type="submit">
          Sign out
        </button>
      </Form>
    </div>
  );
}

function NhsLogo() {
  return (
    <svg
      className="hub-header__logo"
      viewBox="0 0 200 80"
      width="60"
      height="24"
      aria-hidden="true"
      focusable="false"
    >
      <path
        fill="currentColor"
        d="M200 0v80H0V0h200Zm-27.5 5.5c-14.5 0-29 5-29 22 0 10.2 7.7 13.5 14.7 16.3l.7.3c5.4 2 10.1 3.9 10.1 8.4 0 6.5-8.5 7.5-14 7.5s-12.5-1.5-16-3.5L135 70c5.5 2 13.5 3.5 20 3.5 15.5 0 32-4.5 32-22.5 0-19.5-25.5-16.5-25.5-25.5 0-5.5 5.5-6.5 12.5-6.5a35 35 0 0 1 14.5 3l4-13.5c-4.5-2-12-3-20-3Zm-131 2h-22l-14 65H22l9-45h.5l13.5 45h21.5l14-65H64l-9 45h-.5l-13-45Zm63 0h-18l-13 65h17l6-28H117l-5.5 28H129l13.5-65H125L119.5 32h-20l5-24.5Z"
      />
    </svg>
  );
}
