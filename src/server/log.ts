/** Facts of a log line; never an address, a user agent, a consent id or a URL (PRF-005). */
type LogFacts = Readonly<Record<string, string | number | boolean>>;

/** Writes one event. */
export type Log = (level: 'info' | 'warn' | 'error', event: string, facts?: LogFacts) => void;

/** A log of JSON lines: nothing in a fact can begin a line of its own. */
export function createLog(write: (line: string) => void): Log {
  return (level, event, facts) => {
    write(JSON.stringify({ time: new Date().toISOString(), level, event, ...facts }));
  };
}
