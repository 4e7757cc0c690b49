/** Text from outside, so that Markdown and HTML in it stay text. */
export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]()#+!|<>&~]/g, (char) => `\\${char}`);
