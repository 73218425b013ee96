import type { AuditEvidence } from '../../model/audit-report.ts';
import type { NoticeButtonFacts } from '../../model/notice-facts.ts';

/** The buttons of a notice as they were measured. */
export const buttonEvidence = (buttons: readonly NoticeButtonFacts[]): readonly AuditEvidence[] =>
  buttons.map(({ role, text, width, height, fontPixels, fontWeight, colour, background, isUnderlined }) => ({
    text: `button "${text}" (${role}): ${width} × ${height} px, font ${fontPixels} px, weight ${fontWeight}, ${colour} on ${background}${isUnderlined ? ', underlined' : ''}`,
    scenario: 'accept',
  }));
