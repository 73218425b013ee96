import { readFileSync } from 'node:fs';
import { AvowalError } from '../../model/errors.ts';

/** The scripts that browsers run, as `scripts/bundle.ts` built them. */
export interface BrowserBundles {
  readonly core: string;
  /** The core, and guards before what pages do more rarely. */
  readonly strict: string;
  /** What stands inline before the core in a copy-paste installation. */
  readonly guard: string;
  /** What asks for the notice before the core is there, inline before the guard. */
  readonly preload: string;
  readonly ui: string;
  /** Facts of services, placeholders and reasons: a module that the UI imports. */
  readonly details: string;
  /** The order monitor. */
  readonly debug: string;
  /** What lets a choice travel from one domain of a site to another. */
  readonly handover: string;
  /** Vendor → the code that tells it the visitor's answers. */
  readonly signals: Readonly<Record<string, string>>;
}

/** Reads the browser bundles. Throws BUNDLE_MISSING. */
export function readBrowserBundles(
  folder: URL = new URL('../../../dist/browser/', import.meta.url),
): BrowserBundles {
  const read = (name: string) => {
    const file = new URL(name, folder);
    try {
      return readFileSync(file, 'utf8');
    } catch (error) {
      throw new AvowalError('BUNDLE_MISSING', { file: file.pathname }, error);
    }
  };
  const { signals } = JSON.parse(read('manifest.json')) as { signals: readonly string[] };
  return {
    core: read('core.js'),
    strict: read('strict.js'),
    guard: read('guard.js'),
    preload: read('preload.js'),
    ui: read('ui.js'),
    details: read('details.js'),
    debug: read('debug.js'),
    handover: read('handover.js'),
    signals: Object.fromEntries(signals.map((vendor) => [vendor, read(`signal-${vendor}.js`)])),
  };
}
