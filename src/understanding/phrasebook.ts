/** Does the phrase stand at this word of the text? */
export const isAt = (words: readonly string[], at: number, phrase: readonly string[]): boolean =>
  phrase.every((word, index) => words[at + index] === word);

/**
 * Finds phrases among the words of a text: each that is said, and at which word it begins, in the order of the text. Phrases and text are plain.
 * Phrases are looked up by their first word, so a text costs its own length, however many phrases there are.
 */
export const phrasebook = <P extends { readonly words: string }>(phrases: readonly P[]) => {
  const split = phrases.map((phrase) => ({ phrase, words: phrase.words.split(' ') }));
  const byFirst = Map.groupBy(split, ({ words }) => words[0]);
  return (text: readonly string[]): readonly { readonly phrase: P; readonly at: number }[] =>
    text.flatMap((first, at) =>
      (byFirst.get(first) ?? []).filter(({ words }) => isAt(text, at, words)).map(({ phrase }) => ({ phrase, at })),
    );
};
