import { listText } from '../../knowledge/fill-text.ts';
import { isOutsideEea } from '../../knowledge/is-outside-eea.ts';
import { describeCountry } from '../describe-country.ts';
import { link, type Phrase, paragraph } from '../policy-document.ts';
import type { PolicyService } from '../policy-facts.ts';
import type { PolicySection } from '../policy-section.ts';

type Provider = Pick<PolicyService, 'provider' | 'country' | 'privacyUrl'> & {
  readonly services: Set<string>;
};

/** Every company but the controller, once, with its services. */
function listProviders(services: readonly PolicyService[], controller: string): Provider[] {
  const found = new Map<string, Provider>();
  for (const { provider, country, privacyUrl, name } of services) {
    if (provider === controller) continue;
    const key = `${provider}\n${country}`;
    const entry = found.get(key) ?? { provider, country, privacyUrl, services: new Set<string>() };
    found.set(key, entry);
    entry.services.add(name);
  }
  return [...found.values()];
}

const section: PolicySection = {
  id: 'recipients',
  order: 50,
  title: ({ recipients }) => recipients.title,
  write({ input, facts, locale, texts }) {
    const { recipients } = texts;
    const services = facts.purposes.flatMap((purpose) => purpose.services);
    const providers = listProviders(services, input.config.site.controller.name);
    if (providers.length === 0) return [paragraph(recipients.none)];
    const isTransfer = providers.some(({ country }) => isOutsideEea(country));
    return [
      paragraph(recipients.lead),
      {
        type: 'table',
        caption: recipients.caption,
        columns: [recipients.provider, recipients.country, recipients.services],
        rows: providers.map((entry): Phrase[] => [
          [entry.privacyUrl ? link(entry.provider, entry.privacyUrl) : entry.provider],
          [describeCountry(entry.country, locale, texts)],
          [listText([...entry.services], locale)],
        ]),
      },
      paragraph(isTransfer ? recipients.transfer : recipients.noTransfer),
      ...(providers.some(({ country }) => country === '') ? [paragraph(recipients.unknown)] : []),
    ];
  },
};

export default section;
