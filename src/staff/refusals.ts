import type { Refusal } from '../desk/action.ts';
import type { Case } from '../desk/case.ts';
import { type Language, say } from '../language/language.ts';
import { stateWords } from './matter.ts';

/** Why an action was refused, in words. */
export const refusalWords = (why: Refusal, { state, owner }: Pick<Case, 'state' | 'owner'>, language: Language): string =>
  say(language, `desk.refusals.${why}`, {
    state: stateWords(state, language),
    owner: owner?.name ?? say(language, 'desk.case.nobody'),
    variable: '{{…}}',
  });
