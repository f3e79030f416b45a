import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { LiveBoard } from './board-context.ts';
import { BoardContext } from './board-context.ts';
import { NowContext } from './use-now.ts';

const TICK_MS = 30_000;

type BoardProviderProps = { value: LiveBoard; children: ReactNode };

/** What a live page shares among its parts: its stores, its connection, and the time. */
export function BoardProvider({ value, children }: BoardProviderProps) {
  const clock = value.now;
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), TICK_MS);
    return () => {
      clearInterval(timer);
    };
  }, [clock]);
  return (
    <BoardContext.Provider value={value}>
      <NowContext.Provider value={now}>{children}</NowContext.Provider>
    </BoardContext.Provider>
  );
}
