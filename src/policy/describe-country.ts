import { fillText } from '../knowledge/fill-text.ts';
import { isOutsideEea } from '../knowledge/is-outside-eea.ts';
import type { PolicyTexts } from '../knowledge/locale.ts';

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
