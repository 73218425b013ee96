import { addSignal, answerFor, type IsGranted } from '../signal.ts';

function push(command: string): void {
  const page = window as { _paq?: unknown[] };
  page._paq ??= [];
  page._paq.push([command]);
}

/** Matomo is not to remember: the choice is told on every page (VND-MATOMO-001). */
addSignal({
  start(isGranted) {
    push('requireConsent');
    if (answerFor('matomo', isGranted)) push('setConsentGiven');
  },
  update: (isGranted: IsGranted) =>
    push(answerFor('matomo', isGranted) ? 'setConsentGiven' : 'forgetConsentGiven'),
});
