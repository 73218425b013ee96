import { fillText } from '../knowledge/fill-text.ts';
import { isOutsideEea } from '../knowledge/is-outside-eea.ts';
import type { PolicyTexts } from '../knowledge/locale.ts';
import { regionName } from '../knowledge/region-name.ts';

/** A provider's seat in words, which says when it lies outside the European Economic Area (POL-004). */
export function describeCountry(country: string, locale: string, texts: PolicyTexts): string {
  if (country === '') return texts.seatUnknown;
  const name = regionName(country, locale);
  return isOutsideEea(country) ? fillText(texts.outsideEea, { country: name }) : name;
}
