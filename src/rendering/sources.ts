import { SOURCES, type Source, type SourceId } from '../knowledge/sources.ts';
import { type Language, say } from '../language/language.ts';

/** A page that something rests on: its title with the day on which it was read, and its address. */
export interface SourceLine {
  readonly text: string;
  readonly url: string;
}

const sourceOf = (source: Source, language: Language): SourceLine => ({
  text:
    'read' in source
      ? say(language, 'talk.outcome.source', { title: source.title, read: Date.parse(source.read) })
      : say(language, 'talk.outcome.unread', { title: source.title, quoted: Date.parse(source.quoted) }),
  url: source.url,
});

export const sourcesOf = (ids: readonly SourceId[], language: Language): readonly SourceLine[] =>
  ids.map((id) => sourceOf(SOURCES[id], language));

/** All of them in one line of Markdown, under their heading; nothing where there are none. */
export const sourceText = (sources: readonly SourceLine[], language: Language): readonly string[] =>
  sources.length === 0
    ? []
    : [`**${say(language, 'talk.outcome.sources')}:** ${sources.map(({ text, url }) => `[${text}](${url})`).join('; ')}`];
