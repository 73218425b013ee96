import { readFileSync, statSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** Serves a folder; an address without a file gets the page of its folder, else the first page, as single-page apps want. */
export const serveStatic =
  (folder: string): RequestListener =>
  ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://site.localhost');
    const wanted = [join(folder, pathname), join(folder, pathname, 'index.html')].find(isFile);
    const file = wanted ?? join(folder, 'index.html');
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  };
