import type { LocalizedText } from './localized-text.ts';
import type { StandardPurpose } from './purpose.ts';
import type { TrackerDeclaration } from './tracker.ts';

/** Who runs a service. */
export interface Provider {
  readonly name: string;
  /** ISO 3166-1 alpha-2 country of the company's seat; empty where the site runs the software itself. */
  readonly country: string;
  readonly privacyUrl: string;
}

/** What knowledge says of a third party or own component that stores or sends: one file each in `knowledge/services`. */
export interface Service {
  /** Kebab-case, equal to its file name. */
  readonly id: string;
  readonly name: string;
  readonly provider: Provider;
  readonly purpose: StandardPurpose;
  /** Why it may run without consent; required where `purpose` is `necessary` (LAW-BLOCK-005). */
  readonly justification?: string;
  readonly description: LocalizedText;
  /** Host rules as {@link file://./host-rule.ts} reads them: `youtube.com`, `google.com/recaptcha`, `*` + `/akam/`. */
  readonly hosts: readonly string[];
  readonly trackers: readonly TrackerDeclaration[];
  /** It shows something in the page (video, map, captcha), so that a placeholder stands in its place until consent. */
  readonly embed?: boolean;
  /** Page where the vendor documents its cookies, where there is one. */
  readonly source?: string;
}
