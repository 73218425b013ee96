import type { RawInitiator } from '../page/network-log.ts';

const FRAME = /^\s*at (?:(?:async )?(.*?) \()?((?:https?|blob|chrome-extension|about):.*?):(\d+):(\d+)\)?$/;

/** Reads the text of `Error.stack` as V8 writes it; lines and columns 0-based like the protocol's. */
export function parseStack(stack: string): RawInitiator[] {
  return stack.split('\n').flatMap((text) => {
    const [, functionName, url, line, column] = FRAME.exec(text) ?? [];
    if (!url) return [];
    return [{ url, line: Number(line) - 1, column: Number(column) - 1, functionName }];
  });
}
