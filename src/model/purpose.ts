/**
 * The purposes that knowledge speaks of. A site may name its own purposes and say which of these each one covers.
 * `necessary` is exempt from consent (ePrivacy Directive Art. 5(3)); the others are optional.
 */
export const STANDARD_PURPOSES = ['necessary', 'functional', 'analytics', 'marketing'] as const;

/** One of {@link STANDARD_PURPOSES}. */
export type StandardPurpose = (typeof STANDARD_PURPOSES)[number];
