import { finding, type Read } from './licence.ts';

// As a list, or as a table with its line of dashes.
const RESULT = /TcpTestSucceeded(?: ?[:=] ?|(?: ?-{4,40}){1,6} ?[^:]{0,300}?)(True|False)/i;
const FAILED =
  /TCP connect to ?\(?[\w.-]{1,255} ?: ?1688\)? failed|1688: connect failed|connect failed.{0,20}1688|port 1688 [^:]{0,60}: (?:FILTERED|NOT LISTENING)/i;
const LISTENS = /port 1688 [^:]{0,60}: LISTENING/i;
const PORT = /RemotePort ?[:=] ?(\d{1,5})|-{4,40} ?[a-z0-9][\w.-]{0,255} (\d{1,5}) (?:True|False)/i;
const PINGS = /PingSucceeded ?[:=] ?True/i;

/** Reads Test-NetConnection, PortQry or telnet against the KMS host's port. */
export const portTest = (text: string): Read => {
  const said = RESULT.exec(text);
  const failed = FAILED.exec(text)?.[0];
  const listens = LISTENS.exec(text)?.[0];
  const piece = said?.[0] ?? failed ?? listens;
  if (piece === undefined) return {};
  const [, listed, inTable] = PORT.exec(text) ?? [];
  const port = listed ?? inTable;
  const open = listens !== undefined || /true/i.test(said?.[1] ?? '');
  // Another port was tried, as that of Microsoft's servers for a MAK.
  if (port !== undefined && port !== '1688') return { findings: open ? [] : [finding('mak.result', 'no-connection', piece)] };
  const inside = open || PINGS.test(text);
  return {
    findings: [
      finding('method', 'kms', piece),
      finding('kms.exists', 'yes', piece),
      finding('kms.port', open ? 'open' : 'closed', piece),
      ...(inside ? [finding('kms.network', 'inside', piece)] : []),
      // The host answers, its port does not: only then it is the port, and not the network.
      ...(inside && !open ? [finding('output', 'port-closed', piece)] : []),
    ],
  };
};
