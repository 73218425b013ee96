'use client';
import { createElement, type ReactNode } from 'react';
import { mountScript, type ScriptOptions, scriptMarkup } from '../script.ts';
import { useHost } from './use-host.ts';

/** A script of another site that runs once its purpose or service is granted, once a page. Stands in the body. */
export function ConsentScript(options: ScriptOptions): ReactNode {
  const host = useHost(scriptMarkup(options), (element) => mountScript(element, options));
  return createElement('div', { ...host, hidden: true });
}
