import type { ScanTarget } from '../gatherer.ts';

/** What a browser says of itself. */
export interface Metadata {
  readonly userAgent: string;
  readonly version: string;
  readonly isPhone: boolean;
}

/** Commands go out in order on one wire: there is no need to wait for each answer. */
const tell = (promise: Promise<unknown>): void => void promise.catch(() => {});

const brandsOf = ({ version }: Metadata) =>
  ['Chromium', 'Google Chrome'].map((brand) => ({ brand, version: version.split('.')[0] ?? version }));

/** Makes the browser of a page, frame or worker look like an ordinary one. */
export function disguise({ session, type }: ScanTarget, metadata: Metadata): void {
  const { userAgent, version, isPhone } = metadata;
  if (type !== 'page' && type !== 'iframe') {
    tell(session.send('Network.setUserAgentOverride', { userAgent }));
    return;
  }
  tell(session.send('Page.addScriptToEvaluateOnNewDocument', { source: CHROME, runImmediately: true }));
  tell(
    session.send('Emulation.setUserAgentOverride', {
      userAgent,
      userAgentMetadata: {
        brands: brandsOf(metadata),
        fullVersion: version,
        platform: isPhone ? 'Android' : 'Linux',
        platformVersion: '',
        architecture: isPhone ? '' : 'x86',
        model: '',
        mobile: isPhone,
      },
    }),
  );
}

/** Every Chrome has it but the one without a window, and pages ask for it to tell robots. */
const CHROME = `if (!('chrome' in self)) Object.defineProperty(self, 'chrome', { value: { app: { isInstalled: false }, csi() {}, loadTimes() {} }, writable: true, enumerable: true, configurable: true });`;
