import { createElement, type ReactNode } from 'react';

/** Where the runtime is. */
export interface AvowalScriptProps {
  /** Address of the site's script, such as `/_avowal/c/example.js`. */
  readonly src: string;
  /** For a page whose policy asks for a nonce. */
  readonly nonce?: string | undefined;
}

/**
 * The runtime's script, for `<head>` of the root layout. A plain element and not `next/script`: that one starts its scripts
 * when Next.js itself has started, and what stands in the HTML would have loaded by then.
 */
export const AvowalScript = ({ src, nonce }: AvowalScriptProps): ReactNode =>
  // A browser hides the nonce from scripts, so hydration would find another value.
  createElement('script', { src, nonce, suppressHydrationWarning: true });
