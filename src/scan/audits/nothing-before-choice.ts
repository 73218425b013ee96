import type { Audit } from '../audit.ts';
import { judgeSilence } from '../judge/judge-silence.ts';

const audit: Audit = {
  id: 'nothing-before-choice',
  title: 'Nothing optional happens before the visitor has chosen',
  description:
    'Every tracker and every service that was at work in the scenario without a choice must be exempt from consent: by the configuration, or by what is known of it where there is none.',
  rules: ['LAW-BLOCK-001', 'LAW-BLOCK-002'],
  modes: ['opt-in'],
  severity: 'error',
  judge: (input) =>
    judgeSilence(input, {
      scenario: 'none',
      when: 'before any choice',
      todo: 'Let it wait for consent: give its service or tracker an optional purpose, and load the Avowal script first in <head>.',
    }),
};

export default audit;
