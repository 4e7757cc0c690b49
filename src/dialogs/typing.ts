/** How long a person sees nothing before being told that somebody writes, in milliseconds. */
const QUIET = 1_000;

/**
 * Shows once that an answer is being written, if it takes longer. Gives the way to end it, which resolves when nothing of it is under
 * way any more, so that it cannot arrive after the reply. What goes wrong with it does not matter to anybody.
 */
export const typingAfter = (show: () => Promise<unknown>, quiet = QUIET): (() => Promise<void>) => {
  let shown: Promise<unknown> = Promise.resolve();
  const timer = setTimeout(() => {
    shown = show().catch(() => undefined);
  }, quiet);
  return async () => {
    clearTimeout(timer);
    await shown;
  };
};
