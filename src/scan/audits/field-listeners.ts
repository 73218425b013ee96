import type { Audit } from '../audit.ts';
import { judgeActs } from '../judge/judge-acts.ts';

const DOES = {
  'listens-to-field': 'listened to the',
  'listens-to-keys': 'listened to',
  'reads-field': 'read the',
  'decorates-link': '',
} as const;

const audit: Audit = {
  id: 'field-listeners',
  title: 'No other company listens to what visitors type without a consent',
  description:
    'The scan watches which scripts listen to password, e-mail, telephone and card fields of the site or read them. Only scripts that other companies run by themselves count: not a library that the site calls, not a frame with fields of its own. Listening to all keys of a page that has such a field goes to a person, and so does a password field after a consent. The scan types nothing, so it does not see what would be sent.',
  rules: ['LAW-BLOCK-001', 'LAW-BLOCK-004'],
  modes: ['opt-in'],
  severity: 'error',
  judge: (input) =>
    judgeActs(input, {
      kinds: ['listens-to-field', 'listens-to-keys', 'reads-field'],
      say: ({ kind, subject }, who) => `${who} ${DOES[kind]} ${subject}`,
      onlyLook: ({ kind }) => kind === 'listens-to-keys',
      looksAfterConsent: ({ kind, subject }) => kind !== 'listens-to-keys' && subject.startsWith('password'),
      nothing: 'No other company listened to what visitors type without a consent.',
      todo: 'Keep the script away from pages with such fields, or tell it which fields to leave alone.',
    }),
};

export default audit;
