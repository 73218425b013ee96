/** Texts of the policy page in one locale: the `policy` part of `knowledge/locales/<tag>.json`. */
export interface PolicyTexts {
  readonly title: string;
}
