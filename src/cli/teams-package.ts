import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { zipSync } from 'fflate';
import { type Config, configOrExit } from '../config.ts';
import { type Filling, type JsonObject, type Manifest, manifestOf } from '../teams/manifest.ts';

const root = (path: string) => new URL(`../../${path}`, import.meta.url);
const readJson = (path: string): JsonObject => JSON.parse(readFileSync(root(path), 'utf8'));

/** Of a package that is not for an organisation yet: Teams takes it, and it reaches no bot. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What the settings give, and which settings a package for an organisation still lacks. */
export const fillingOf = ({ app, publisher = {} }: Pick<Config, 'app' | 'publisher'>, version: string) => {
  const { organisation, publicUrl, privacyUrl, termsUrl, appId } = publisher;
  const needed = { MicrosoftAppId: app?.id, ORGANISATION: organisation, PUBLIC_URL: publicUrl };
  const address = publicUrl ?? 'https://activation-desk.invalid/';
  const filling: Filling = {
    version,
    botId: app?.id ?? NOBODY,
    appId: appId ?? app?.id ?? NOBODY,
    organisation: organisation ?? 'Development',
    publicUrl: address,
    privacyUrl: privacyUrl ?? address,
    termsUrl: termsUrl ?? address,
  };
  return {
    filling,
    lacking: Object.entries(needed).flatMap(([name, value]) => (value === undefined ? [name] : [])),
  };
};

/** What the published schemas complain about, "where what" each; nothing where they do not. They come with a package, so no network is asked. */
export const complaintsOf = ({ manifest, texts }: Manifest): readonly string[] => {
  const ajv = new Ajv({ validateSchema: false, strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false });
  const check = (content: JsonObject, file: string) => {
    const [, version = '', name = ''] = /teams\/([^/]+)\/([^/]+)$/.exec(String(content.$schema)) ?? [];
    const schemas = createRequire(import.meta.url).resolve('@microsoft/app-manifest');
    const at = new URL(`json-schemas/teams/${version}/${name}`, `file://${schemas}`);
    const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(at, 'utf8'));
    const validate = ajv.compile(schema);
    return validate(content) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${file}${instancePath} ${message}`);
  };
  return [check(manifest, 'manifest.json'), ...texts.map(({ content, file }) => check(content, file))].flat();
};

/** The package's files, zipped. */
export const zipOf = ({ manifest, texts }: Manifest): Uint8Array => {
  const json = (content: JsonObject) => Buffer.from(`${JSON.stringify(content, undefined, 2)}\n`);
  return zipSync(
    {
      'manifest.json': json(manifest),
      'color.png': readFileSync(root('teams/color.png')),
      'outline.png': readFileSync(root('teams/outline.png')),
      ...Object.fromEntries(texts.map(({ file, content }) => [file, json(content)])),
    },
    // The same files make the same bytes.
    { mtime: '2026-01-01T00:00:00Z' },
  );
};

if (import.meta.main) {
  const { filling, lacking } = fillingOf(configOrExit(), String(readJson('package.json').version));
  const made = manifestOf(readJson('teams/manifest.json'), filling);
  const complaints = complaintsOf(made);
  if (complaints.length > 0) {
    process.stderr.write(`The package would not pass its schema:\n${complaints.map((line) => `  ${line}\n`).join('')}`);
    process.exit(1);
  }
  mkdirSync(root('dist'), { recursive: true });
  writeFileSync(root('dist/activation-desk.zip'), zipOf(made));
  process.stdout.write(
    lacking.length === 0
      ? `dist/activation-desk.zip is made for the bot ${filling.botId}, and passes its schema.\n`
      : `dist/activation-desk.zip is a development package, as ${lacking.join(', ')} ${lacking.length === 1 ? 'is' : 'are'} not set. It passes its schema.\n`,
  );
}
