/** What stands around a setting. */
export interface SettingContext {
  /** The object that holds it. */
  readonly parent: Readonly<Record<string, unknown>>;
  /** The whole configuration. */
  readonly root: Readonly<Record<string, unknown>>;
}

/** A setting that the law refuses, whatever system people know it from. */
export interface UnlawfulSetting {
  /**
   * Paths in which every array index is `[]`, and every key is in lower case without hyphens and underscores:
   * `purposes[].preselected`.
   */
  readonly paths: readonly string[];
  /** Which values are refused; left out: `true`, a positive number or `"yes"`. */
  readonly refuses?: (value: unknown, context: SettingContext) => boolean;
  /** Id of the rule and the source that it stands on. */
  readonly rule: string;
  readonly source: string;
  readonly why: string;
  readonly fix: string;
}

/** Ways in which people write that something is off. */
export const isOff = (value: unknown): boolean =>
  value === false || value === 0 || value === 'no' || value === 'none' || value === 'off';

/** Every setting in every scope, as paths. */
export const on = (settings: readonly string[], scopes: readonly string[]): string[] =>
  scopes.flatMap((scope) => settings.map((setting) => scope + setting));

/** Where people write settings of purposes and services. */
export const PARTS: readonly string[] = ['purposes[].', 'services[].'];

/** Where people write settings of the notice. */
export const LAYERS: readonly string[] = ['notice.', 'notice.firstlayer.', 'notice.preferences.', ''];
