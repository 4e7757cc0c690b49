const LOST: readonly string[] = ['talk.misunderstood', 'talk.offer'];

/** Do these message keys say that the bot did not understand? */
export const isLost = (keys: readonly string[]): boolean => keys.some((key) => LOST.includes(key));
