import { countText, fillText, listText } from '../../knowledge/fill-text.ts';
import { findRegime } from '../../knowledge/find-regime.ts';
import { paragraph } from '../policy-document.ts';
import type { PolicySection } from '../policy-section.ts';

const section: PolicySection = {
  id: 'use',
  order: 30,
  title: ({ use }) => use.title,
  write({ input, facts, locale, texts: { use } }) {
    const services = facts.purposes.flatMap((purpose) => purpose.services);
    const trackers = [
      ...services.flatMap((service) => service.trackers),
      ...facts.purposes.flatMap((purpose) => purpose.trackers),
    ];
    const first = trackers.filter(({ party }) => party === 'first').length;
    const third = trackers.length - first;
    const asked = services.filter(({ storesNothing, hosts }) => storesNothing && hosts.length > 0).length;
    const required = facts.purposes.filter((purpose) => purpose.required).map(({ name }) => name);
    const before = findRegime(input.config.regime).mode === 'opt-in' ? use.optIn : use.optOut;
    return [
      paragraph(use.lead),
      {
        type: 'list',
        items: [
          [countText(use.first, first, locale)],
          [third > 0 ? countText(use.third, third, locale) : use.noThird],
          ...(asked > 0 ? [[countText(use.requests, asked, locale)]] : []),
        ],
      },
      paragraph(fillText(before, { required: listText(required, locale) })),
    ];
  },
};

export default section;
