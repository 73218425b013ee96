import { AvowalError } from '../../model/errors.ts';
import { type KeyPath, pathText } from './config-problem.ts';
import type { SettingContext, UnlawfulSetting } from './unlawful-setting.ts';
import { UNLAWFUL_SETTINGS } from './unlawful-settings.ts';

/** Deeper than any setting lies. */
const DEEPEST = 6;

interface Place {
  readonly path: KeyPath;
  /** The path as {@link UnlawfulSetting} writes it. */
  readonly pattern: string;
  readonly value: unknown;
  readonly parent: Readonly<Record<string, unknown>>;
}

/** One setting that cannot stay, with its reason. */
export type Refusal = Omit<UnlawfulSetting, 'paths' | 'refuses'> & { readonly path: string };

const isOn = (value: unknown) =>
  value === true || value === 'yes' || (typeof value === 'number' && value > 0);

const normalKey = (key: string) => key.toLowerCase().replace(/[-_]/g, '');

function* settingsIn(value: unknown, path: KeyPath, pattern: string): Generator<Place> {
  if (typeof value !== 'object' || value === null || path.length >= DEEPEST) return;
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* settingsIn(item, [...path, i], `${pattern}[]`);
    return;
  }
  const parent = value as Record<string, unknown>;
  for (const [key, item] of Object.entries(parent)) {
    const place = pattern ? `${pattern}.${normalKey(key)}` : normalKey(key);
    yield { path: [...path, key], pattern: place, value: item, parent };
    yield* settingsIn(item, [...path, key], place);
  }
}

const byPattern = new Map<string, UnlawfulSetting[]>();
for (const setting of UNLAWFUL_SETTINGS) {
  for (const path of setting.paths) byPattern.set(path, [...(byPattern.get(path) ?? []), setting]);
}

function findRefusals(root: unknown): Refusal[] {
  const refusals: Refusal[] = [];
  for (const { path, pattern, value, parent } of settingsIn(root, [], '')) {
    const context: SettingContext = { parent, root: root as Record<string, unknown> };
    const setting = byPattern
      .get(pattern)
      ?.find(({ refuses }) => (refuses ? refuses(value, context) : isOn(value)));
    if (setting) refusals.push({ ...setting, path: pathText(path) });
  }
  return refusals;
}

/** Throws `CONFIG_UNLAWFUL` with every refusal; does nothing when there is none. */
export function refuse([first, ...others]: readonly Refusal[], file: string): void {
  if (!first) return;
  const also = others
    .slice(0, 20)
    .map(({ path, rule, source, why, fix }) => `\n  ${path}, by rule ${rule} (${source}): ${why} ${fix}`);
  const { path, rule, source, why, fix } = first;
  const problem = also.length > 0 ? `${why} Refused too:${also.join('')}` : why;
  throw new AvowalError('CONFIG_UNLAWFUL', { file, path, rule, source, problem, fix });
}

/** Throws `CONFIG_UNLAWFUL` where a configuration asks for what the law refuses, with every such place, its rule and its source. */
export const refuseUnlawful = (root: unknown, file: string): void => refuse(findRefusals(root), file);
