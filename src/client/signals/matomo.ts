import { addSignal, answerFor, enqueue } from '../signal.ts';

const push = (command: string) => enqueue('matomo', '_paq', [command]);

/** Matomo is not to remember: the choice is told on every page (VND-MATOMO-001). */
addSignal({
  start(isGranted) {
    push('requireConsent');
    if (answerFor('matomo', isGranted)) push('setConsentGiven');
  },
  update: (isGranted) => push(answerFor('matomo', isGranted) ? 'setConsentGiven' : 'forgetConsentGiven'),
});
