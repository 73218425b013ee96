import type { Config } from '../../model/config.ts';
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

/** Everything that waits for a person: placeholders of a first configuration, then `review` notes. */
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
  return [...placeholders, ...notes];
}
