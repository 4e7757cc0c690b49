import type { Finding } from './finding.ts';
import { examineClock, examineDatabase, examineDisk, examineLanguages, examineNode, examinePort, examineWebChat } from './machine.ts';
import { examineSignIn } from './online.ts';
import { examineSettings } from './settings.ts';

interface Patient {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly nodeVersion: string;
  /** In milliseconds. */
  readonly now: number;
  /** Also what needs the network. */
  readonly online: boolean;
}

/** Looks for what would keep the desk from serving. Nothing is changed. */
export const examine = async ({ environment, nodeVersion, now, online }: Patient): Promise<readonly Finding[]> => {
  const { config, findings } = examineSettings(environment);
  const machine = [examineNode(nodeVersion), examineWebChat(), examineClock(now), examineLanguages()];
  if (config === undefined) return [...findings, ...machine];
  const ofConfig = [examineDatabase(config), examineDisk(config), examinePort(config), ...(online ? [examineSignIn(config)] : [])];
  return [...findings, ...machine, ...(await Promise.all(ofConfig))];
};
