import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract } from 'tar';
import { pack, root, whyNot } from '../../scripts/packed.mjs';

const PACKAGE = '@microsoft/m365agentsplayground@0.2.28';
const TARBALL = 'sha512-EevhYW8xtEATwNg5eiFqTgZT0P5gjfCsLBwBWESSrB6+0lr9Yi9R27HJwjNGUlT3JQlxoWMgnvEQunUuyI/+2Q==';

/**
 * The Playground's program, fetched into an ignored folder where it is not there yet. Its licence is for evaluation: it tests, and is no part of
 * the project. Throws where it cannot be had, and says why.
 */
export const playground = async (): Promise<string> => {
  const shelf = join(root, 'vendor', 'playground-0.2.28');
  const program = join(shelf, 'cli.js');
  if (existsSync(program)) return program;
  const folder = mkdtempSync(join(tmpdir(), 'playground-'));
  try {
    const file = pack(PACKAGE, TARBALL, folder);
    mkdirSync(shelf, { recursive: true });
    await extract({ file, cwd: shelf, strip: 1 });
  } catch (error) {
    throw new Error(`${PACKAGE} could not be fetched: ${whyNot(error)}. Check the network and npm's registry setting.`, { cause: error });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return program;
};
