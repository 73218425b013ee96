/** The European Union with Iceland, Liechtenstein and Norway: between them no transfer takes place (GDPR Art. 44). */
const EEA = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
);

/** Whether a country (ISO 3166-1 alpha-2) lies outside the European Economic Area; `false` where it is unknown. */
export const isOutsideEea = (country: string): boolean => country !== '' && !EEA.has(country.toUpperCase());
