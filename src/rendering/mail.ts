const MAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/;

/** A link that opens a mail with the summary in it, or the contact's own link; mail programs take about 2,000 characters. */
export const mailLink = (contact: string, lines: readonly string[]): string => {
  if (!MAIL.test(contact)) return contact;
  const [subject = ''] = lines;
  return `mailto:${contact}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines.join('\r\n').slice(0, 1_200))}`;
};
