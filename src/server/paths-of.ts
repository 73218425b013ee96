import type { ServerContext } from './server-context.ts';

/** The paths of a route: a server at `/_avowal` of the site's own host answers there whether or not the proxy takes the prefix away. */
export const pathsOf = (path: string, { publicUrl }: Pick<ServerContext, 'publicUrl'>): string[] =>
  publicUrl.startsWith('/') ? [path, publicUrl + path] : [path];
