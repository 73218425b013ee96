import { fillText } from '../../knowledge/fill-text.ts';
import { findRegime } from '../../knowledge/find-regime.ts';
import { describeCountry } from '../describe-country.ts';
import { type Block, heading, link, type Phrase, paragraph } from '../policy-document.ts';
import type { PolicyPurpose, PolicyService, PolicyTracker } from '../policy-facts.ts';
import type { PolicyContext, PolicySection } from '../policy-section.ts';

/** One entry with everything that POL-001 asks for; the site's own code is the controller's. */
function toRow(
  tracker: PolicyTracker,
  service: PolicyService | null,
  { input, texts, locale }: PolicyContext,
): Phrase[] {
  const { site } = input.config;
  return [
    [
      { type: 'code', text: tracker.name },
      { type: 'note', text: texts.kinds[tracker.kind] },
    ],
    [tracker.description || texts.declaration.noDescription],
    service
      ? [service.provider, { type: 'note', text: describeCountry(service.country, locale, texts) }]
      : [site.controller.name],
    [tracker.lifetime],
    [texts.parties[tracker.party], { type: 'note', text: tracker.host || site.domains.join(', ') }],
  ];
}

/** Hosts that a reader can make sense of: not the rules that fit a path on any host. */
const namedHosts = ({ hosts }: PolicyService) => hosts.filter((host) => !host.startsWith('*'));

function describeService(service: PolicyService, { texts, locale }: PolicyContext): Phrase {
  const { declaration } = texts;
  const seat = service.country && describeCountry(service.country, locale, texts);
  const hosts = namedHosts(service);
  return [
    { type: 'strong', text: service.name },
    ` (${[service.provider, seat].filter(Boolean).join('; ')}). `,
    ...(service.description ? [`${service.description} `] : []),
    ...(service.storesNothing && hosts.length > 0
      ? [`${fillText(declaration.storesNothing, { hosts: hosts.join(', ') })} `]
      : []),
    ...(service.privacyUrl
      ? [link(fillText(declaration.privacyPolicy, { provider: service.provider }), service.privacyUrl)]
      : []),
  ];
}

function writePurpose(purpose: PolicyPurpose, status: string, context: PolicyContext): Block[] {
  const { declaration } = context.texts;
  const rows = [
    ...purpose.services.flatMap((service) =>
      service.trackers.map((tracker) => toRow(tracker, service, context)),
    ),
    ...purpose.trackers.map((tracker) => toRow(tracker, null, context)),
  ];
  const blocks = [heading(3, purpose.name, status), paragraph(purpose.description)];
  if (rows.length === 0 && purpose.services.length === 0) blocks.push(paragraph(declaration.empty));
  if (rows.length > 0)
    blocks.push({
      type: 'table',
      caption: fillText(declaration.caption, { category: purpose.name }),
      columns: [
        declaration.name,
        declaration.purpose,
        declaration.provider,
        declaration.lifetime,
        declaration.place,
      ],
      rows,
    });
  if (purpose.services.length > 0)
    blocks.push(heading(4, declaration.services), {
      type: 'list',
      items: purpose.services.map((service) => describeService(service, context)),
    });
  return blocks;
}

const section: PolicySection = {
  id: 'declaration',
  order: 40,
  title: ({ declaration }) => declaration.title,
  write(context) {
    const { declaration } = context.texts;
    const asksFirst = findRegime(context.input.config.regime).mode === 'opt-in';
    const optional = asksFirst ? declaration.withConsent : declaration.untilRefused;
    return [
      paragraph(declaration.lead),
      paragraph(declaration.measured),
      ...context.facts.purposes.flatMap((purpose) =>
        writePurpose(purpose, purpose.required ? declaration.alwaysOn : optional, context),
      ),
    ];
  },
};

export default section;
