import { countText, fillText } from '../../knowledge/fill-text.ts';
import { heading, paragraph } from '../policy-document.ts';
import type { PolicySection } from '../policy-section.ts';

const section: PolicySection = {
  id: 'proof',
  order: 70,
  title: ({ proof }) => proof.title,
  write({ input: { config }, locale, texts }) {
    const { proof } = texts;
    const months = (count: number) => ({ months: countText(texts.months, count, locale) });
    return [
      paragraph(fillText(proof.validity, months(config.validityMonths))),
      paragraph(proof.askedAgain),
      heading(3, proof.recordTitle),
      paragraph(proof.recordLead),
      { type: 'list', items: proof.holds.map((item) => [item]) },
      paragraph(proof.holdsNot),
      paragraph(fillText(proof.retention, months(config.retentionMonths))),
      paragraph(proof.rights),
    ];
  },
};

export default section;
