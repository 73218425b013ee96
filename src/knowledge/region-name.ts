/** The name of a country (ISO 3166-1 alpha-2, or `EU`) in the language of a BCP 47 tag; the code itself where it names none. */
export const regionName = (code: string, tag: string): string =>
  new Intl.DisplayNames([tag], { type: 'region' }).of(code) ?? code;
