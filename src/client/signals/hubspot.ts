import { addSignal, answersFor, enqueue, type IsGranted } from '../signal.ts';

let had = false;

function tell(isGranted: IsGranted): void {
  const answers = answersFor('hubspot', isGranted);
  const has = Object.values(answers).some(Boolean);
  const push = (...command: unknown[]) => enqueue('hubspot', '_hsp', command);
  if (had && !has) push('revokeCookieConsent');
  push('setHubSpotConsent', answers);
  had = has;
}

/** HubSpot keeps no consent of its own: it is told on every page, and its banner stays away (VND-HS-001). */
addSignal({
  start(isGranted) {
    Object.assign(window, { disableHubSpotCookieBanner: true });
    tell(isGranted);
  },
  update: tell,
});
