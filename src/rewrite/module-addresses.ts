/** What may stand before an address: bundlers write their hints in comments. Bounded, so that no text takes long. */
const GAP = /[\s(]*(?:(?:\/\*(?:[^*]|\*(?!\/)){0,999}\*\/|\/\/.{0,999}$)[\s(]*){0,9}/.source;

/** In quotes of any kind; a template into which a value goes is known only when the code runs. */
const ADDRESS = /(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\$]|\\.|\$(?!\{))*)`)/.source;

/** An `import` or `export … from` with its address, or a call `import("…")`: what looks like one in a comment counts too. */
const IMPORT = new RegExp(String.raw`\b(?:import|from)\b${GAP}${ADDRESS}`, 'gm');

/** A call `import("…")`, all that a script which is no module may import with; no property of that name. */
const IMPORT_CALL = new RegExp(String.raw`(?<![.\w$])import\s*\(${GAP}${ADDRESS}`, 'gm');

/** The addresses that the code of a script names in its imports. */
export const moduleAddresses = (code: string, isModule: boolean): string[] =>
  [...code.matchAll(isModule ? IMPORT : IMPORT_CALL)].map(
    ([, double, single, template]) => double ?? single ?? template ?? '',
  );
