import type { Finding } from '../finding.ts';
import { type Chosen, choose } from './choose.ts';
import { cim } from './cim.ts';
import { events } from './events.ts';
import { NOTHING_DECIDES, type Read } from './licence.ts';
import { nslookup } from './nslookup.ts';
import { ospp } from './ospp.ts';
import { portTest } from './port-test.ts';
import { scriptHost } from './script-host.ts';
import { slmgr } from './slmgr.ts';
import { unfold } from './unfold.ts';
import { unofficial } from './unofficial.ts';
import { vnextdiag } from './vnextdiag.ts';

/** Every tool whose output is understood. Each takes an unfolded text and says nothing where it is not its own. */
const TOOLS: readonly ((text: string) => Read)[] = [ospp, slmgr, cim, nslookup, portTest, vnextdiag, events, scriptHost];

/** One value of a name: what the licence that matters says comes first, then the tools in their order. */
const once = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ name }, at) => findings.findIndex((other) => other.name === name) === at);

/** No tool says anything in less. */
const SHORTEST = 24;

/** Reads pasted output, of one tool or of several; undefined where the text is none. */
export const outputIn = (text: string): Chosen | undefined => {
  if (text.length < SHORTEST) return undefined;
  const line = unfold(text);
  // What an activator prints says nothing of its own.
  const foreign = unofficial(line).findings;
  if (foreign !== undefined) return { findings: foreign };
  const read = TOOLS.map((tool) => tool(line));
  const licences = read.flatMap((each) => each.licences ?? []);
  const { findings, choose: several } = choose(licences);
  const all = once([...findings, ...read.flatMap((each) => each.findings ?? []), ...(licences.length > 0 ? [NOTHING_DECIDES] : [])]);
  if (several !== undefined)
    return { findings: [], choose: several.map((reading) => ({ ...reading, findings: once([...reading.findings, ...all]) })) };
  return all.length === 0 ? undefined : { findings: all };
};
