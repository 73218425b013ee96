// What the order monitor shows, and what the core and the signals write down for it. Nothing here changes what is blocked.
//
// The server puts `const AVOWAL_LOG=[]` beside the configuration, so that the signals, which run before the core, and the
// core write into one list. The core notes, with `note(kind, detail, service)`:
//
//   kind        detail                         service   where
//   'choice'    [action, currentChoice()]      –         in start(), before the signals' start, with the action 'start';
//                                                        in apply(), before the signals' update
//   'held'      an address, or the name of a   its id,   wherever a request or a write to storage is held back; the
//               cookie, a key or a database    or null   monitor folds repeats
//   'signal'    [vendor, ...command]           –         by the signals
//
// It offers the log in `avowal[HANDOVER]`, and loads `<server>/c/<site>/debug.<uiRevision>.js` on `avowal.debug()`
// and where the page's address has the parameter `avowal-debug`.
import { type DebugEntry, type DebugKind, LOG_LIMIT } from './debug-handover.ts';

declare const AVOWAL_LOG: DebugEntry[];

/** The log of this page. */
export const log: DebugEntry[] = AVOWAL_LOG;

/** Writes something down; a page that goes on for ever fills no memory. */
export const note = (kind: DebugKind, detail: unknown, service?: string | null): undefined => {
  if (log.length < LOG_LIMIT) log.push([performance.now(), kind, detail, service]);
};
