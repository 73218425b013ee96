import { spansDomains } from '../../knowledge/config/spans-domains.ts';
import { paragraph } from '../policy-document.ts';
import type { PolicySection } from '../policy-section.ts';

const section: PolicySection = {
  id: 'domains',
  order: 80,
  title: ({ domains }) => domains.title,
  write({ input, texts }) {
    const { domains } = input.config.site;
    const several = domains.length > 1;
    return [
      paragraph(several ? texts.domains.lead : texts.domains.one),
      { type: 'list', items: domains.map((domain) => [{ type: 'code', text: domain }]) },
      ...(several ? [paragraph(texts.domains.each)] : []),
      ...(input.hasServer !== false && spansDomains(domains) ? [paragraph(texts.domains.carried)] : []),
    ];
  },
};

export default section;
