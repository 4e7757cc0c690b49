import { hash } from 'node:crypto';

/** Whose talk an activity belongs to: three people in a group have three talks. */
export interface TalkOf {
  readonly channelId: string;
  readonly conversationId: string;
  readonly userId: string;
}

/** The key of a talk: a hash, so that ids of a channel are not stored. */
export const talkKey = ({ channelId, conversationId, userId }: TalkOf): string =>
  hash('sha256', JSON.stringify([channelId, conversationId, userId]));
