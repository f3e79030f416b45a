import type { ReactNode } from 'react';

/** The column of an ordinary page; the board needs none. */
type PageProps = { width?: 'normal' | 'reading' | 'wide'; children: ReactNode };

export function Page({ width = 'normal', children }: PageProps) {
  return (
    <div className={width === 'normal' ? 'hub-page' : `hub-page hub-page--${width}`}>
      {children}
    </div>
  );
}
