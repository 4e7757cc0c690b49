import { type OfficeVersion, VERSIONS } from './versions.ts';

/** The bitness of Office, where it is known. */
export type Bits = '64' | '32';

const OF_BITS: Readonly<Record<Bits, string>> = { '64': '%ProgramFiles%', '32': '%ProgramFiles(x86)%' };

/**
 * The folder of ospp.vbs. MSI and Click-to-Run put it in the same place; 32-bit Office has a folder of its own on 64-bit Windows,
 * and the first one on 32-bit Windows. Source: "Tools to manage volume activation of Office", read 2026-11-24.
 */
export const folderOf = (version: OfficeVersion, bits: Bits): string => `${OF_BITS[bits]}\\Microsoft Office\\${VERSIONS[version].folder}`;

/** The command that goes there, from any drive. */
export const changeTo = (folder: string): string => `cd /d "${folder}"`;
