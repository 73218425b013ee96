import type { RuntimeService } from '../model/runtime-config.ts';
import { cssAddresses } from './css-addresses.ts';

/** CSS of which optional services are kept out. */
export interface GatedCss {
  /** The services that it would call. */
  readonly services: readonly RuntimeService[];
  /** The text without what would call them; what a service that is named would load stays in. */
  without(granted?: RuntimeService): string;
}

/** Looks for what CSS would load of optional services; `undefined` where there is nothing. */
export function gateCss(
  css: string,
  find: (address: string) => RuntimeService | undefined,
): GatedCss | undefined {
  // Every address stands in a function or behind an at-keyword.
  if (!/[(@]/.test(css)) return undefined;
  const blocked = cssAddresses(css).flatMap((address) => {
    const service = find(address.url);
    return service ? [{ ...address, service }] : [];
  });
  if (blocked.length === 0) return undefined;
  return {
    services: [...new Set(blocked.map(({ service }) => service))],
    without(granted) {
      let text = '';
      let from = 0;
      for (const { start, end, service } of blocked) {
        if (service === granted) continue;
        // Valid where an image may stand; elsewhere the declaration does not count, and loads nothing either. Of an @import
        // nothing may stay: Chromium's preload scanner takes any word behind it for an address.
        text += `${css.slice(from, start)}${css[start] === '@' ? '@none' : 'none'}`;
        from = end;
      }
      return text + css.slice(from);
    },
  };
}
