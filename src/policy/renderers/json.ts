import type { PolicyDocument } from '../policy-document.ts';
import type { PolicyTracker } from '../policy-facts.ts';
import type { PolicyContext } from '../policy-section.ts';
import { policyVersion } from '../policy-version.ts';

const toTracker = ({ name, kind, host, party, lifetimeSeconds, lifetime, description }: PolicyTracker) => ({
  name,
  kind,
  host,
  party,
  lifetimeSeconds,
  lifetime,
  description,
});

/** The policy as data: the declaration by purpose, and every section as blocks. `<` is escaped, so that it may stand in a page. */
export function renderJson(policy: PolicyDocument, { input, facts, locale }: PolicyContext): string {
  const { config, updatedAt, scannedAt, configHash } = input;
  const { id, name, domains, controller, contact, privacyPolicyUrl } = config.site;
  const content = {
    schema: 'avowal/policy@1',
    site: { id, name },
    locale,
    title: policy.title,
    updatedAt,
    scannedAt,
    version: policyVersion(configHash),
    configHash,
    domains,
    controller,
    contact: contact ?? controller.email,
    privacyPolicyUrl,
    validityMonths: config.validityMonths,
    retentionMonths: config.retentionMonths,
    purposes: facts.purposes.map((purpose) => ({
      ...purpose,
      services: purpose.services.map((service) => ({
        id: service.id,
        name: service.name,
        provider: service.provider,
        country: service.country,
        privacyUrl: service.privacyUrl,
        description: service.description,
        hosts: service.hosts,
        trackers: service.trackers.map(toTracker),
      })),
      trackers: purpose.trackers.map(toTracker),
    })),
    sections: policy.sections,
  };
  return `${JSON.stringify(content, null, 2).replaceAll('<', '\\u003c')}\n`;
}
