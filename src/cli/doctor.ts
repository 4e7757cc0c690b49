import { parseArgs } from 'node:util';
import { examine } from '../doctor/examine.ts';
import type { Finding } from '../doctor/finding.ts';

const MARKS = { fine: 'ok   ', note: 'note ', wrong: 'WRONG' } as const;

const lines = (finding: Finding): string =>
  finding.is === 'fine'
    ? `${MARKS.fine} ${finding.what}`
    : `${MARKS[finding.is]} ${finding.what}\n      Why it matters: ${finding.why}.\n      ${finding.mend}`;

const { values } = parseArgs({ options: { online: { type: 'boolean', default: false } } });
const findings = await examine({ environment: process.env, nodeVersion: process.version, now: Date.now(), online: values.online });
const bad = findings.filter(({ is }) => is === 'wrong').length;
process.stdout.write(`${findings.map(lines).join('\n')}\n${bad === 0 ? 'The desk can serve.' : `${bad} to mend.`}\n`);
process.exitCode = bad === 0 ? 0 : 1;
