import type { World } from '../conversation/state.ts';
import type { Ids } from '../rendering/render.ts';
import { type Says, writeChat } from './chat.ts';
import { replay } from './replay.ts';

/** What is worth holding of a reply: what was named, advised and asked; wording and the welcome are not. */
const expectedOf = ({ keys, ask, choices = [], outcome }: Ids): readonly string[] => [
  ...keys.filter((key) => /^(?:codes|articles|commands|others)\./.test(key)),
  ...(outcome === undefined ? [] : [`advice ${outcome}`]),
  ...(ask === undefined || ask === `tried.${outcome}` ? [] : [`${ask} [${choices.map(({ value }) => value).join(' ')}]`]),
];

/** Turns what a person said, redacted already, into a transcript: each saying with what today's desk answers to it. */
export const recordChat = (comment: string, locale: string, sayings: readonly Says[], world: World): string => {
  const talk = replay(locale, world);
  return writeChat({
    comment,
    locale,
    exchanges: sayings.map((says) => {
      const expects = talk.say(says).flatMap(expectedOf);
      return { says, expects: expects.length === 0 ? ['no question'] : expects };
    }),
  });
};
