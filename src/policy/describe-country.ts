import { fillText } from '../knowledge/fill-text.ts';
import type { PolicyTexts } from '../knowledge/locale.ts';

/** The European Union with Iceland, Liechtenstein and Norway: between them no transfer takes place (GDPR Art. 44). */
const EEA = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
);

/** Whether a country (ISO 3166-1 alpha-2) lies outside the European Economic Area; `false` where it is unknown. */
export const isOutsideEea = (country: string): boolean => country !== '' && !EEA.has(country.toUpperCase());

/** The code itself where it is no country. */
function countryName(country: string, locale: string): string {
  if (!/^[a-z]{2}$/i.test(country)) return country;
  return new Intl.DisplayNames([locale], { type: 'region' }).of(country.toUpperCase()) ?? country;
}

/** A provider's seat in words, which says when it lies outside the European Economic Area (POL-004). */
export function describeCountry(country: string, locale: string, texts: PolicyTexts): string {
  if (country === '') return texts.seatUnknown;
  const name = countryName(country, locale);
  return isOutsideEea(country) ? fillText(texts.outsideEea, { country: name }) : name;
}
