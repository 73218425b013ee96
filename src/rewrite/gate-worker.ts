import type { MarkupScanner } from './scan-markup.ts';
import { WORKER_GUARD } from './worker-guard.ts';

/** The rules stand in the fragment of the worker's address, where the strict script in the page has put them. */
const GUARD = `{const r=/^#avowal=(.+)/.exec(location.hash);r&&!self.document&&${WORKER_GUARD}(JSON.parse(decodeURIComponent(r[1])))}`;

/** The code of a script begins with this directive, which holds only there. */
const IS_STRICT = /^(?:\s|\/\/.*\n|\/\*(?:[^*]|\*(?!\/))*\*\/)*(["'])use strict\1/;

/** Whether an answer is the script that a dedicated worker starts with; `destination` is the request's `Sec-Fetch-Dest`. */
export const isWorkerScript = (destination: string | null | undefined, contentType: string): boolean =>
  destination === 'worker' &&
  /^\s*(text|application)\/(x-)?(java|ecma)script\s*(;|$)/i.test(contentType) &&
  !/utf-?16/i.test(contentType);

/**
 * Puts a guard before the code of a worker. Without rules in its address it does nothing: the file is the same for every visitor.
 * It stands in the first line, so that numbers of lines stay true.
 */
export function createWorkerRewriter(): MarkupScanner {
  let hasBegun = false;
  return {
    write(code) {
      if (hasBegun || !code) return code;
      hasBegun = true;
      return `${IS_STRICT.test(code) ? '"use strict";' : ''}${GUARD}${code}`;
    },
    end: () => '',
  };
}
