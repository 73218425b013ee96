import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';

/** What changes from one text to the other, as `diff -u` tells it and `patch` takes it; empty where nothing does. */
export function unifiedDiff(before: string, after: string, file: string): string {
  const patch = structuredPatch(file, file, before, after, undefined, undefined, { context: 3 });
  return patch.hunks.length > 0 ? formatPatch(patch, FILE_HEADERS_ONLY).replace(/\n$/, '') : '';
}
