import type { Audit } from '../audit.ts';
import { judgeActs } from '../judge/judge-acts.ts';

const audit: Audit = {
  id: 'link-decoration',
  title: 'No script puts an identifier into links to other sites without a consent',
  description:
    'The scan watches every script that changes the address of a link to another site: a parameter that is known to carry an identifier (gclid, fbclid, _gl …) may not be added before a choice or after a refusal. A parameter with the value of a cookie goes to a person. What is added only at the moment of a click is not seen.',
  rules: ['LAW-BLOCK-001', 'LAW-BLOCK-004'],
  modes: ['opt-in'],
  severity: 'error',
  judge: (input) =>
    judgeActs(input, {
      kinds: ['decorates-link'],
      say: ({ subject, carries }, who) =>
        `${who} put ${subject}${carries === undefined ? '' : `, with the value of the cookie ${carries},`}`,
      nothing: 'No script put an identifier into links to other sites without a consent.',
      todo: 'Let the script that does it wait for consent, or switch off its linking of sites.',
    }),
};

export default audit;
