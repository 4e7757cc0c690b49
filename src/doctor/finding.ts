/** What the doctor found: all is well, something to know, or something to mend, with why it matters and how. */
export type Finding =
  | { readonly is: 'fine'; readonly what: string }
  | { readonly is: 'note' | 'wrong'; readonly what: string; readonly why: string; readonly mend: string };

export const fine = (what: string): Finding => ({ is: 'fine', what });
export const note = (what: string, why: string, mend: string): Finding => ({ is: 'note', what, why, mend });
export const wrong = (what: string, why: string, mend: string): Finding => ({ is: 'wrong', what, why, mend });
