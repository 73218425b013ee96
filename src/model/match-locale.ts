interface Reading {
  readonly language: string;
  readonly script: string;
  /** Empty where the tag names none. */
  readonly region: string;
}

/** What decides whether a text can be read: `zh-TW` means Chinese in the traditional script, though it does not say so. */
function readingOf(tag: string): Reading | undefined {
  try {
    // Pages write `de_DE` too, which is no BCP 47 tag.
    const locale = new Intl.Locale(tag.replaceAll('_', '-'));
    const { language, script = '' } = locale.maximize();
    return { language, script, region: locale.region ?? '' };
  } catch {
    return undefined;
  }
}

/** `no` and the two written standards of Norwegian: who reads one reads the others. */
const isNorwegian = (language: string) => /^n[bno]$/.test(language);

/** How well a text serves its reader; 0 = not at all. Language counts most, then script, then region. */
function fitness(reader: Reading, text: Reading): number {
  const isSame = reader.language === text.language;
  if (!isSame && !(isNorwegian(reader.language) && isNorwegian(text.language))) return 0;
  const region = reader.region === text.region ? 2 : text.region ? 0 : 1;
  return 1 + region + (reader.script === text.script ? 4 : 0) + (isSame ? 8 : 0);
}

/**
 * The tag among `offered` whose text a reader of `wanted` (BCP 47) reads best; the first among equals, and `undefined` where none
 * is of the language or `wanted` is no tag.
 */
export function matchLocale(wanted: string, offered: readonly string[]): string | undefined {
  const reader = readingOf(wanted);
  if (!reader) return undefined;
  let best: string | undefined;
  let bestFit = 0;
  for (const tag of offered) {
    const text = readingOf(tag);
    const own = text ? fitness(reader, text) : 0;
    if (own > bestFit) [best, bestFit] = [tag, own];
  }
  return best;
}
