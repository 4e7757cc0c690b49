/** What begins or ends the piece of a text that a tool printed: prompts, headings, labels, and lines of a tool's own shape. */
const PRINTED =
  /[A-Z]:\\[^\n>]{0,120}>|Microsoft \(R\) Windows Script Host|-{3}(?:Processing|Exiting)-{3,}|-{20,}|={6,}|\b(?:PRODUCT ID|SKU ID|LICENSE (?:NAME|DESCRIPTION|STATUS)|(?:BETA )?EXPIRATION|ERROR (?:CODE|DESCRIPTION)|REMAINING GRACE|Last 5 characters[^:\n]{0,40}|Activation Type Configuration|DNS auto-discovery|KMS (?:machine|host)[^:\n]{0,60}|(?:Activation|Renewal) Interval) ?:|<(?:Product|No installed|Offline)[^>\n]{0,60}>|Office (?:14|15|16|19|21|24), ?Office\w|Windows\(R\)|Key Management Service (?:is enabled|cumulative)|nslookup |_vlmcs|svr hostname|TcpTestSucceeded|RemotePort|ComputerName ?:|License(?:Status|State)|PartialProductKey|CMID|0x[0-9A-F]{1,8}, ?0x|To view the activation event history|(?:NOTICE|FOR MORE INFORMATION)[^:\n]{0,60}:/gi;
/** A forwarded message's own lines, which nobody wrote as an answer. */
const MAIL = /^[ \t>|]*(?:from|sent|date|to|cc|von|gesendet|datum|an|de|envoyé|à|para|enviado|от|кому|发件人|收件人|发送时间)\s?:.*$/gim;

const LABELLED = /^(?:[ \t]{2,}.*|[^:\n]{1,80} ?: ?\S.*)$/gm;

/** What a person wrote before and after the output that they pasted; "" where nothing stands around it. */
export const around = (text: string): string => {
  const printed = [...text.matchAll(PRINTED)];
  const [first, last] = [printed[0], printed.at(-1)];
  if (first === undefined || last === undefined) return '';
  // Words after an output stand apart from it; a line with a label, or an indented one, is still the tool's.
  const end = /\n[ \t>|]*\n/.exec(text.slice(last.index))?.index;
  const after = end === undefined ? '' : text.slice(last.index + end).replace(LABELLED, ' ');
  return `${text.slice(0, first.index)}\n${after}`.replace(MAIL, ' ').trim();
};
