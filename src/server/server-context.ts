import type { AccessKey } from './access-key.ts';
import type { RecordLog } from './log/record-log.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { RateLimiter } from './records/rate-limiter.ts';
import type { Route } from './route.ts';
import type { ScanFiles } from './scans/scan-files.ts';
import type { SiteRegistry } from './sites/site-registry.ts';
import type { ReadSnapshot } from './snapshot/snapshot-token.ts';
import type { RecordStore } from './stores/record-store.ts';
import type { ApiToken } from './tokens/api-tokens.ts';

/** Everything that a route may use. */
export interface ServerContext {
  /** All routes, for the document that describes them. */
  readonly routes: readonly Route[];
  readonly sites: SiteRegistry;
  readonly store: RecordStore;
  readonly recordLog: RecordLog;
  readonly accessKey: AccessKey;
  /** What is known of a token that somebody shows. */
  findToken(token: string): ApiToken | undefined;
  /** Signs hand-over tokens. */
  readonly handoverSecret: string;
  readonly readSnapshot: ReadSnapshot;
  readonly limiter: RateLimiter;
  /** For what anybody may read. */
  readonly readLimiter: RateLimiter;
  readonly metrics: Metrics;
  /** Address that browsers reach the server at, without a slash at the end; may be a path such as `/_avowal`. */
  readonly publicUrl: string;
  /** Origins of the server itself, from which its own policy pages send. */
  readonly ownOrigins: ReadonlySet<string>;
  /** Number of reverse proxies whose `X-Forwarded-For` entry is believed. */
  readonly trustedProxies: number;
  /** The last scan of each site. */
  readonly scans: ScanFiles;
  readonly log: Log;
  /** False until every site is loaded and while the server drains. */
  isReady(): boolean;
}
