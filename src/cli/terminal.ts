/** Markdown as a terminal shows it: bold kept as bold, links with their address behind them. */
export const asTerminal = (markdown: string): string =>
  markdown
    .replace(/\*\*(.+?)\*\*/g, '\u001b[1m$1\u001b[0m')
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '$1 <$2>')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+!|<>&~])/g, '$1');
