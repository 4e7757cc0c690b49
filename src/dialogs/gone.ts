/** Conversations of which it is remembered; the oldest is tried once more. */
const KEPT = 10_000;

/** Conversations in which nobody is any more, as their channel said: what is still sent to them is dropped until somebody writes. */
export const createGone = () => {
  const gone = new Set<string>();
  return {
    has: (conversation: string): boolean => gone.has(conversation),
    add: (conversation: string): void => {
      gone.add(conversation);
      const [oldest] = gone;
      if (gone.size > KEPT && oldest !== undefined) gone.delete(oldest);
    },
    forget: (conversation: string): void => void gone.delete(conversation),
  };
};
