import { link, type Phrase, paragraph } from '../policy-document.ts';
import type { PolicySection } from '../policy-section.ts';

/** An address of a person or of a page. */
function toLink(contact: string): Phrase {
  if (/^https?:/i.test(contact)) return [link(contact, contact)];
  return [contact.includes('@') ? link(contact, `mailto:${encodeURI(contact)}`) : contact];
}

const section: PolicySection = {
  id: 'contact',
  order: 100,
  title: ({ contact }) => contact.title,
  write({ input, texts: { contact } }) {
    const { controller, contact: questions, privacyPolicyUrl } = input.config.site;
    return [
      paragraph(contact.lead),
      {
        type: 'facts',
        items: [
          [contact.controller, [controller.name]],
          ...(controller.address ? [[contact.address, [controller.address]] as const] : []),
          [contact.email, toLink(controller.email)],
          ...(questions ? [[contact.questions, toLink(questions)] as const] : []),
          [contact.privacyPolicy, [link(privacyPolicyUrl, privacyPolicyUrl)]],
        ],
      },
    ];
  },
};

export default section;
