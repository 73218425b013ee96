import type { Config } from '../../model/config.ts';
import { matchLocale } from '../../model/match-locale.ts';
import { type KeyPath, pathText } from './config-problem.ts';
import { PLACEHOLDER } from './default-config.ts';

/** Something in a configuration that a person must look at. */
export interface OpenPoint {
  /** Key path such as `trackers[3]`. */
  readonly path: string;
  /** Name or id of the entry, where it has one. */
  readonly name: string;
  readonly note: string;
}

function* textsIn(value: unknown, path: KeyPath): Generator<{ path: KeyPath; text: string }> {
  if (typeof value === 'string') yield { path, text: value };
  else if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* textsIn(item, [...path, i]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* textsIn(item, [...path, key]);
}

const DEFAULT_LOCALES = ['en', 'de'];

/** Key paths of texts that were written in several languages, without this one. */
function* untranslated({ purposes, services, trackers }: Config, locale: string): Generator<string> {
  for (const [list, entries] of Object.entries({ purposes, services, trackers }))
    for (const [i, entry] of entries.entries())
      for (const key of ['name', 'description'] as const) {
        const text = entry[key];
        if (typeof text === 'object' && matchLocale(locale, Object.keys(text)) === undefined)
          yield pathText([list, i, key]);
      }
}

/** Languages of the site in which visitors read some of its own texts in another language. */
const languagesLacking = (config: Config): OpenPoint[] =>
  (config.locales ?? DEFAULT_LOCALES).flatMap((locale, i) => {
    const paths = [...untranslated(config, locale)];
    const note = `not written in this language, and shown in another one: ${paths.join(', ')}`;
    return paths.length > 0 ? [{ path: pathText(['locales', i]), name: locale, note }] : [];
  });

/** Everything that waits for a person: placeholders of a first configuration, `review` notes, untranslated texts. */
export function findOpenPoints(config: Config): OpenPoint[] {
  const placeholders = [...textsIn(config.site, ['site'])]
    .filter(({ text }) => text.startsWith(PLACEHOLDER))
    .map(({ path, text }) => ({ path: pathText(path), name: '', note: text }));
  const services = config.services.map(({ id, name, review }, i) => ({
    list: 'services',
    i,
    name: name ?? id,
    review,
  }));
  const trackers = config.trackers.map(({ name, review }, i) => ({ list: 'trackers', i, name, review }));
  const notes = [...services, ...trackers].flatMap(({ list, i, name, review }) =>
    review ? [{ path: pathText([list, i]), name, note: review }] : [],
  );
  return [...placeholders, ...notes, ...languagesLacking(config)];
}
