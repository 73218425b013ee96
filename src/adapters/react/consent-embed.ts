'use client';
import { createElement, type ReactNode } from 'react';
import { type EmbedOptions, embedMarkup, mountEmbed } from '../embed.ts';
import { useHost } from './use-host.ts';

/** A frame of another site; `className` is for the element around it. */
export type ConsentEmbedProps = EmbedOptions & { readonly className?: string | undefined };

/** A frame that loads once its purpose or service is granted; until then the runtime's placeholder stands there. */
export function ConsentEmbed({ className, ...options }: ConsentEmbedProps): ReactNode {
  const host = useHost(embedMarkup(options), (element) => mountEmbed(element, options));
  return createElement('div', { ...host, className });
}
