// Microsoft's Web Chat costs 486 MB as a dependency; the page needs one file of it. It is taken from the published package here,
// through the npm that is installing and so from its registry, and is pinned by hash (webchat.json). Runs on any Node from 20 on.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { extract } from 'tar';
import { hashOf, pack, root, whyNot } from './packed.mjs';

const { package: PACKAGE, tarball: TARBALL, script: SCRIPT } = JSON.parse(readFileSync(new URL('webchat.json', import.meta.url), 'utf8'));
const WANTED = ['dist/webchat.js.LICENSE.txt', 'LICENSE', 'dist/webchat.js'];

const shelf = join(root, 'vendor', 'webchat');

const fetchInto = async (folder) => {
  await extract({
    file: pack(PACKAGE, TARBALL, folder),
    cwd: folder,
    strip: 1,
    filter: (path) => WANTED.some((name) => path === `package/${name}`),
  });
  if (hashOf(join(folder, 'dist', 'webchat.js')) !== SCRIPT) throw new Error('webchat.js in the package is not the expected one');
  mkdirSync(shelf, { recursive: true });
  for (const name of WANTED.filter((wanted) => existsSync(join(folder, wanted)))) {
    const place = join(shelf, basename(name));
    copyFileSync(join(folder, name), `${place}.new`);
    renameSync(`${place}.new`, place);
  }
};

const there = join(shelf, 'webchat.js');
if (!existsSync(there) || hashOf(there) !== SCRIPT) {
  const folder = mkdtempSync(join(tmpdir(), 'webchat-'));
  try {
    await fetchInto(folder);
  } catch (error) {
    console.error(
      `Web Chat (${PACKAGE}) could not be fetched: ${whyNot(error)}. Check the network and npm's registry setting, then run: npm run postinstall`,
    );
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
