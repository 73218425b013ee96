import { UNLAWFUL_KEEPING } from './unlawful-keeping.ts';
import { UNLAWFUL_LAYERS } from './unlawful-layers.ts';
import { UNLAWFUL_PURPOSES } from './unlawful-purposes.ts';
import type { UnlawfulSetting } from './unlawful-setting.ts';

/** Settings that are refused before anything else is looked at, in the order in which they are reported. */
export const UNLAWFUL_SETTINGS: readonly UnlawfulSetting[] = [
  ...UNLAWFUL_PURPOSES,
  ...UNLAWFUL_LAYERS,
  ...UNLAWFUL_KEEPING,
];
