import type { MessageKey } from '../language/keys.ts';
import { LANGUAGES, type Language, say } from '../language/language.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** What the operator's settings put into the manifest. Addresses are whole URLs. */
export interface Filling {
  readonly version: string;
  readonly appId: string;
  readonly botId: string;
  readonly organisation: string;
  readonly publicUrl: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
}

/** The manifest in the default language, and one file of texts for each other language. */
export interface Manifest {
  readonly manifest: JsonObject;
  readonly texts: readonly { readonly language: Language; readonly file: string; readonly content: JsonObject }[];
}

const [FIRST, ...OTHERS] = LANGUAGES;

const isKey = (text: string): text is MessageKey => text.startsWith('teams.');
const isObject = (node: Json): node is JsonObject => typeof node === 'object' && node !== null && !Array.isArray(node);
const isList = (node: Json): node is readonly Json[] => Array.isArray(node);

const mapped = (node: Json, change: (text: string) => string): Json => {
  if (typeof node === 'string') return change(node);
  if (isList(node)) return node.map((each) => mapped(each, change));
  return isObject(node) ? Object.fromEntries(Object.entries(node).map(([key, each]) => [key, mapped(each, change)])) : node;
};

/** Every text of the template with its path as a localization file names it: bots[0].commandLists[0].commands[1].title. */
const textsIn = (node: Json, path = ''): readonly (readonly [string, MessageKey])[] => {
  if (typeof node === 'string') return isKey(node) ? [[path, node]] : [];
  if (isList(node)) return node.flatMap((each, at) => textsIn(each, `${path}[${at}]`));
  return isObject(node) ? Object.entries(node).flatMap(([key, each]) => textsIn(each, path === '' ? key : `${path}.${key}`)) : [];
};

const filled = (text: string, filling: Filling): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = new Map(Object.entries(filling)).get(name);
    if (value === undefined) throw new Error(`the manifest names a setting that does not exist: ${name}`);
    return value;
  });

/** The manifest from its template: settings are filled in, keys of texts become the words of each language. */
export const manifestOf = (template: JsonObject, filling: Filling): Manifest => {
  const texts = OTHERS.map((language) => ({
    language,
    file: `${language}.json`,
    content: {
      $schema: String(template.$schema).replace('MicrosoftTeams.schema', 'MicrosoftTeams.Localization.schema'),
      ...Object.fromEntries(textsIn(template).map(([path, key]) => [path, say(language, key)])),
    },
  }));
  const spoken = mapped(template, (text) => (isKey(text) ? say(FIRST, text) : filled(text, filling)));
  return {
    // A template that is an object stays one.
    manifest: {
      ...(spoken as JsonObject),
      localizationInfo: {
        defaultLanguageTag: FIRST,
        additionalLanguages: texts.map(({ language, file }) => ({ languageTag: language, file })),
      },
    },
    texts,
  };
};
