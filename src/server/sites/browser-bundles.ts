import { readFileSync } from 'node:fs';
import { AvowalError } from '../../model/errors.ts';

/** The two scripts that browsers run, as `scripts/bundle.ts` built them. */
export interface BrowserBundles {
  readonly core: string;
  readonly ui: string;
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
  return { core: read('core.js'), ui: read('ui.js') };
}
