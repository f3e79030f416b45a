import type { After } from './timers.ts';

/** However much is new, it is read no more often than this. */
const REST_MS = 2_000;
const TRY_AGAIN_MS = 5_000;

type ReadAgain = {
  /** Something is new. What is being read may not have it yet, and is read once more then. */
  ask: () => void;
  stop: () => void;
};

/** Reads when something is new, one reading at a time; what failed is tried again. */
export function createReadAgain(read: () => Promise<boolean>, after: After): ReadAgain {
  let isWanted = false;
  let isBusy = false;
  let isStopped = false;
  let cancel = () => {};

  async function go(): Promise<void> {
    isWanted = false;
    isBusy = true;
    const isRead = await read();
    if (isStopped) return;
    cancel = after(isRead ? REST_MS : TRY_AGAIN_MS, () => {
      isBusy = false;
      if (isWanted || !isRead) void go();
    });
  }

  return {
    ask() {
      isWanted = true;
      if (!isBusy && !isStopped) void go();
    },
    stop() {
      isStopped = true;
      cancel();
    },
  };
}
