import { type Attributes, createElement, elementMarkup, webAddress } from './attributes.ts';
import { getConsent, subscribe } from './consent-store.ts';
import { type Gate, isOpen } from './gate.ts';

/** A frame of another site, with the attributes that an iframe has. */
export type EmbedOptions = Gate & {
  readonly src: string;
  /** What the frame shows, for people who cannot see it (WCAG 4.1.2). */
  readonly title: string;
  readonly width?: number | string | undefined;
  readonly height?: number | string | undefined;
  readonly allow?: string | undefined;
  readonly allowFullScreen?: boolean | undefined;
  readonly loading?: 'lazy' | 'eager' | undefined;
  readonly name?: string | undefined;
  readonly referrerPolicy?: ReferrerPolicy | undefined;
  readonly sandbox?: string | undefined;
};

function attributesOf({ purpose, service, src, ...rest }: EmbedOptions): Attributes {
  return { ...rest, 'data-avowal': service ?? purpose, 'data-avowal-src': webAddress(src) };
}

/** The frame as HTML that loads nothing by itself: the runtime loads it once it is granted. */
export const embedMarkup = (options: EmbedOptions): string => elementMarkup('iframe', attributesOf(options));

/** Host → the frame that it shows, as text. */
const shown = new WeakMap<Element, string>();

/**
 * Shows the frame in a host that a component renders and does not look into, since the runtime puts a placeholder there.
 * What a server has rendered stays. A frame that ran is taken away on withdrawal. Returns what ends the watching.
 */
export function mountEmbed(host: Element, options: EmbedOptions): () => void {
  const markup = embedMarkup(options);
  const show = () => host.replaceChildren(createElement('iframe', attributesOf(options)));
  const isFromServer = host.firstChild !== null && !shown.has(host);
  if (!isFromServer && shown.get(host) !== markup) show();
  shown.set(host, markup);
  let wasOpen = isOpen(options, getConsent());
  return subscribe(() => {
    const opens = isOpen(options, getConsent());
    if (wasOpen && !opens) show();
    wasOpen = opens;
  });
}
