/** Markdown as a terminal shows it: links with their address behind them, bold kept as bold. */
export const asTerminal = (markdown: string): string =>
  markdown
    .replace(/\[([^\]\n]+)\]\((\S+?)\)(?=[\s;.,]|$)/g, '$1 <$2>')
    .replace(/\*\*(.+?)\*\*/g, '\u001b[1m$1\u001b[0m')
    .replace(/`([^`]+)`/g, '$1');
