import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { ServerContext } from './server-context.ts';
import type { TokenScope } from './tokens/api-tokens.ts';

/** What the app knows of each request: the pattern of its route, once it has found one. */
export interface RouteEnvironment {
  Bindings: HttpBindings;
  Variables: { route?: string };
}

/** One request as a route sees it. */
export type RouteRequest = Context<RouteEnvironment>;

/** One HTTP endpoint: one file each in `routes/`. */
export interface Route {
  readonly method: 'get' | 'post' | 'options';
  /** Hono path pattern. */
  readonly path: string;
  /** What it is for, in one sentence: stands in the OpenAPI document. */
  readonly summary: string;
  /** Parameters after the question mark: name → what it means, in one sentence. */
  readonly query?: Readonly<Record<string, string>>;
  /** `key` routes answer only who holds the access key of the dashboard. */
  readonly access: 'public' | 'key';
  /** A `key` route that also opens to tokens with this scope; where its path names a site, to those of that site. */
  readonly scope?: TokenScope;
  /** Each answer costs the server more than the question: so many from one address and no more. */
  readonly limited?: true;
  /** JSON Schema of the body, where that is no submission. */
  readonly body?: object;
  readonly handle: (request: RouteRequest, server: ServerContext) => Response | Promise<Response>;
}
