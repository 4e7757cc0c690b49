/** Is this a mail address, such as can be put into a link as it is? */
export const isMail = (contact: string): boolean => /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(contact);

/** A link that opens a mail with the summary in it, or the contact's own link; mail programs take about 2,000 characters. */
export const mailLink = (contact: string, lines: readonly string[]): string => {
  if (!isMail(contact)) return contact;
  const [subject = ''] = lines;
  return `mailto:${contact}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines.join('\r\n').slice(0, 1_200))}`;
};
