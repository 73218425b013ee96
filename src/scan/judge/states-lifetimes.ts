const UNITS = ['minute', 'hour', 'day', 'month', 'year'] as const;
/** Languages have other words for one, two, some and many. */
const NUMBERS = [1, 2, 6, 12, 30] as const;

/** Beside numbers with units: a life that ends with the browser. */
const SESSION =
  /session|sitzung|sesión|sessione|sessie|sessão|sesj|relace|istunto|munkamenet|sesiun|сеанс|сесия|συνεδρ/iu;

/** How a language writes numbers of units; the number itself may be any. */
function patternsOf(language: string): string[] {
  let tag = 'en';
  try {
    tag = Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    // The page declares a language that there is not.
  }
  return UNITS.flatMap((unit) =>
    NUMBERS.map((number) =>
      new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' })
        .format(number)
        .replace(/\p{N}+/gu, '\\p{N}')
        .replace(/\s+/g, '\\s*\\(?\\s*'),
    ),
  );
}

/** Whether a text says of anything how long it is kept: a number before a unit of time, or the end of a session. */
export function statesLifetimes(text: string, language: string): boolean {
  if (SESSION.test(text)) return true;
  const patterns = new Set([...patternsOf('en'), ...patternsOf(language)]);
  return [...patterns].some((pattern) => new RegExp(pattern, 'iu').test(text));
}
