/** An `import` or `export … from` with its address, or a call `import("…")`: what looks like one in a comment counts too. */
const IMPORT = /\b(?:import|from)\b[\s(]*(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)')/g;

/** The addresses that the code of a module names in its imports. */
export const moduleAddresses = (code: string): string[] =>
  [...code.matchAll(IMPORT)].map(([, double, single]) => double ?? single ?? '');
