/**
 * An output as one line: quote marks, wrapping and lost or added line breaks gone, wide colons and spaces made plain. The tools write labels before
 * their values, so nothing is lost, and every damaged form of an output reads the same.
 */
export const unfold = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/&(lt|gt);/g, (_, name) => (name === 'lt' ? '<' : '>'))
    // Quoted lines, however deep; then marks that a lost line break has left inside.
    .replace(/^[ \t]{0,8}(?:[>|\u2502][ \t]?){1,9}/gm, '')
    .replace(/\s[>|\u2502]{1,9}(?=\s)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
