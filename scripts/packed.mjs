// A published package as it is, taken through the npm that is configured and so from its registry, pinned by hash. Runs on any Node from 20 on.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** A file's hash, as npm writes it. */
export const hashOf = (file) => `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;

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

/** Brings a package ("name@version") into an empty folder and gives its tarball. Throws where it does not come, or is another one. */
export const pack = (name, hash, folder) => {
  const { file, first } = npm();
  const options = ['--pack-destination', folder, '--ignore-scripts', '--dry-run=false', '--loglevel=error'];
  // The project's folder, because its .npmrc may name the registry.
  execFileSync(file, [...first, 'pack', name, ...options], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const [tarball] = readdirSync(folder).filter((each) => each.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('npm brought no file');
  if (hashOf(join(folder, tarball)) !== hash) throw new Error('the package that the registry sent is not the published one');
  return join(folder, tarball);
};

/** Why it did not come, in a line: npm's own, where it said one. */
export const whyNot = (error) =>
  String(error.stderr ?? '')
    .trim()
    .split('\n')
    .find((line) => line !== '') ?? error.message;
