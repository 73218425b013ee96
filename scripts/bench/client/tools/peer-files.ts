import { readFileSync } from 'node:fs';
import type { ToolFile } from '../tool.ts';

const PEERS = new URL('../peers/node_modules/', import.meta.url);

/** Text of a file of an installed peer. */
export const readPeer = (path: string): string => readFileSync(new URL(path, PEERS), 'utf8');

/** Version of an installed peer. */
export const peerVersion = (name: string): string => JSON.parse(readPeer(`${name}/package.json`)).version;

/** A script that a tool serves. */
export const scriptFile = (body: string): ToolFile => ({ type: 'text/javascript; charset=utf-8', body });

/** CSS without comments and spaces, as a build of the site would serve it. */
export const minifyCss = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .trim();

/** A style sheet that a tool serves. */
export const styleFile = (css: string): ToolFile => ({
  type: 'text/css; charset=utf-8',
  body: minifyCss(css),
});
