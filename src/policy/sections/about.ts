import { fillText } from '../../knowledge/fill-text.ts';
import { fillPhrase, link, paragraph } from '../policy-document.ts';
import type { PolicySection } from '../policy-section.ts';

const section: PolicySection = {
  id: 'about',
  order: 10,
  title: ({ about }) => about.title,
  write: ({ input, texts: { about } }) => [
    paragraph(fillText(about.body, { site: input.config.site.name })),
    paragraph(
      ...fillPhrase(about.privacy, {
        privacyPolicy: [link(about.privacyLink, input.config.site.privacyPolicyUrl)],
      }),
    ),
  ],
};

export default section;
