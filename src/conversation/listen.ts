import type { Secret } from '../redaction/redact.ts';
import { understand } from '../understanding/understand.ts';
import { withdraw } from './handover.ts';
import { hear, hearSecrets } from './heard.ts';
import { learn } from './record.ts';
import { isAnswer } from './staff.ts';
import type { State, Turned, World } from './state.ts';

interface Heard {
  readonly text: string;
  readonly secrets: readonly Secret[];
  readonly pressed?: { readonly ask: string; readonly value: string };
}

/**
 * While a person owns the talk the bot learns from what is said and answers nothing; "yes" and "2" answer the person, not the bot.
 * The one word that is for the bot takes the talk back.
 */
export const listen = (state: State, { text, secrets, pressed }: Heard, world: World): Turned => {
  const { wanted, findings, from } = understand(text, state.record.language, undefined);
  if (wanted?.wish === 'withdraw') return withdraw(state, world);
  const { record } = hear(hearSecrets(state, secrets, world), findings, from, world);
  const button = pressed !== undefined && isAnswer(pressed.ask, pressed.value) ? [{ name: pressed.ask, value: pressed.value }] : [];
  return { record: learn(record, button, 'button', world.now), replies: [], effects: [{ kind: 'case', step: 'personSpeaks' }] };
};
