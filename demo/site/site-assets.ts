import { readFileSync } from 'node:fs';
import { answer, type DemoAnswer } from '../demo-exchange.ts';

/** The text of a file in `assets`. */
export const readSiteAsset = (name: string): string =>
  readFileSync(new URL(`assets/${name}`, import.meta.url), 'utf8');

const asset = (name: string, type: string): readonly [string, DemoAnswer] => [
  `/assets/${name}`,
  answer(type, readSiteAsset(name)),
];

/** Path → file. Only what stands here is served. */
export const SITE_ASSETS: ReadonlyMap<string, DemoAnswer> = new Map([
  asset('site.css', 'text/css; charset=utf-8'),
  asset('site.js', 'text/javascript; charset=utf-8'),
  asset('reading-list.js', 'text/javascript; charset=utf-8'),
  asset('icon.svg', 'image/svg+xml'),
]);
