'use client';
import { type RefObject, useEffect, useRef } from 'react';

/** Properties of an element whose content React leaves alone. */
export interface HostProps {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly suppressHydrationWarning: true;
  readonly dangerouslySetInnerHTML: { readonly __html: string };
}

/** What a page that requires trusted types takes as an empty text. */
const emptyHtml = (globalThis as { trustedTypes?: { emptyHTML: string } }).trustedTypes?.emptyHTML ?? '';

/**
 * A host with `markup` in the HTML of a server, which the browser keeps, and `mount` in the browser, called again when the
 * markup changes. React must not own what is inside: the runtime replaces it, before hydration too.
 */
export function useHost(markup: string, mount: (host: Element) => () => void): HostProps {
  const ref = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the markup says all that `mount` depends on.
  useEffect(() => (ref.current ? mount(ref.current) : undefined), [markup]);
  return {
    ref,
    suppressHydrationWarning: true,
    dangerouslySetInnerHTML: { __html: typeof document === 'undefined' ? markup : emptyHtml },
  };
}
