import type { Reply } from '../conversation/reply.ts';
import type { Language } from '../language/language.ts';
import { render } from '../rendering/render.ts';

/** What only a chat says: who it is that chats, what it keeps, and what may be pasted there. */
const OF_THE_CHAT: ReadonlySet<string> = new Set(['talk.welcome', 'talk.noKeys']);

/** The reply to the person who wrote, as Markdown that reads well as plain text: what was understood, then the advice or the one question. */
export const draftOf = (replies: readonly Reply[], language: Language): string =>
  replies
    .map((reply) => ({ ...reply, says: reply.says.filter(({ key }) => !OF_THE_CHAT.has(key)) }))
    .map((reply) => render(reply, language, 'email').text)
    .filter((text) => text !== '')
    .join('\n\n');
