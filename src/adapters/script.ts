import { type Attributes, createElement, elementMarkup, webAddress } from './attributes.ts';
import { getConsent, subscribe } from './consent-store.ts';
import { type Gate, isOpen } from './gate.ts';

/** A script of another site, with the attributes that a script has. */
export type ScriptOptions = Gate & {
  readonly src: string;
  readonly type?: 'module' | undefined;
  readonly async?: boolean | undefined;
  readonly crossOrigin?: 'anonymous' | 'use-credentials' | undefined;
  readonly id?: string | undefined;
  readonly integrity?: string | undefined;
  readonly nonce?: string | undefined;
  readonly referrerPolicy?: ReferrerPolicy | undefined;
  readonly [data: `data-${string}`]: string | undefined;
};

function attributesOf({ purpose, service, src, type, ...rest }: ScriptOptions): Attributes {
  return {
    ...rest,
    type: 'text/plain',
    'data-avowal-type': type,
    'data-avowal': service ?? purpose,
    'data-avowal-src': webAddress(src),
  };
}

/** The script as HTML that does nothing by itself: the runtime starts it once it is granted. */
export const scriptMarkup = (options: ScriptOptions): string =>
  elementMarkup('script', attributesOf(options));

/**
 * The nonce that the policy of this page asks for, if any. What a component is given may be of a later answer: a router
 * fetches parts of pages, each with a nonce of its own.
 */
const pageNonce = () => [...document.scripts].find(({ nonce }) => nonce)?.nonce;

/** Addresses of the scripts that this page has run: one that is mounted again does not run again. */
const started = new Set<string>();

/**
 * Starts the script once it is granted, in a host that a component renders and does not look into. What a server has
 * rendered stays. Returns what ends the waiting.
 */
export function mountScript(host: Element, options: ScriptOptions): () => void {
  const look = () => {
    if (started.has(options.src) || !isOpen(options, getConsent())) return;
    started.add(options.src);
    if (!host.firstChild)
      host.append(createElement('script', attributesOf({ ...options, nonce: pageNonce() ?? options.nonce })));
  };
  look();
  return subscribe(look);
}
