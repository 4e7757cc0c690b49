// Microsoft's Web Chat costs 486 MB as a dependency; the page needs one file of it. It is taken from the published package here,
// through the npm that is installing and so from its registry, and is pinned by hash (webchat.json). Runs on any Node from 20 on.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extract } from 'tar';

const { package: PACKAGE, tarball: TARBALL, script: SCRIPT } = JSON.parse(readFileSync(new URL('webchat.json', import.meta.url), 'utf8'));
const WANTED = ['dist/webchat.js.LICENSE.txt', 'LICENSE', 'dist/webchat.js'];

const root = fileURLToPath(new URL('..', import.meta.url));
const shelf = join(root, 'vendor', 'webchat');

const hashOf = (file) => `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;

/** How npm is started without a shell: the one that runs this script, or the one that came with Node. */
const npm = () => {
  const candidates = [
    process.env.npm_execpath ?? '',
    join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const cli = candidates.find((path) => basename(path) === 'npm-cli.js' && existsSync(path));
  return cli === undefined ? { file: 'npm', first: [] } : { file: process.execPath, first: [cli] };
};

const pack = (folder) => {
  const { file, first } = npm();
  const options = ['--pack-destination', folder, '--ignore-scripts', '--dry-run=false', '--loglevel=error'];
  // The project's folder, because its .npmrc may name the registry.
  execFileSync(file, [...first, 'pack', PACKAGE, ...options], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('npm brought no file');
  return join(folder, tarball);
};

const fetchInto = async (folder) => {
  const tarball = pack(folder);
  if (hashOf(tarball) !== TARBALL) throw new Error('the package that the registry sent is not the published one');
  await extract({ file: tarball, cwd: folder, strip: 1, filter: (path) => WANTED.some((name) => path === `package/${name}`) });
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
    const why =
      String(error.stderr ?? '')
        .trim()
        .split('\n')
        .find((line) => line !== '') ?? error.message;
    console.error(
      `Web Chat (${PACKAGE}) could not be fetched: ${why}. Check the network and npm's registry setting, then run: npm run postinstall`,
    );
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
