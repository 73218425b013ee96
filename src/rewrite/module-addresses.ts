/** An `import` or `export … from` with its address, or a call `import("…")`: what looks like one in a comment counts too. */
const IMPORT = /\b(?:import|from)\b[\s(]*(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)')/g;

/** A call `import("…")`, all that a script which is no module may import with; no property of that name. */
const IMPORT_CALL = /(?<![.\w$])import\s*\(\s*(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)')/g;

/** The addresses that the code of a script names in its imports. */
export const moduleAddresses = (code: string, isModule: boolean): string[] =>
  [...code.matchAll(isModule ? IMPORT : IMPORT_CALL)].map(([, double, single]) => double ?? single ?? '');
