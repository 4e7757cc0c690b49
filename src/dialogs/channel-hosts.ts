/**
 * Where the Bot Framework's connectors are, by exact name. Not the whole of trafficmanager.net or azurewebsites.net: anybody can
 * register a name there, and would be sent this bot's bearer token.
 */
const HOSTS = ['smba.trafficmanager.net'];
const FAMILY = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,3}botframework\.com$/;
/** As it is written, before a parser makes something of it: no user, no backslash, no blank, no other port. */
const PLAIN = /^https:\/\/([a-z0-9.-]{1,253})(?:\/[\w.~%:@!$&'()*+,;=/-]*)?$/i;

/** May a bearer token go there? https only, the standard port, and a host of the list or of `more`, which are exact names. */
export const isChannelUrl = (url: string | undefined, more: readonly string[] = []): boolean => {
  const host = PLAIN.exec(url ?? '')?.[1]?.toLowerCase();
  return host !== undefined && (HOSTS.includes(host) || more.includes(host) || FAMILY.test(host));
};
