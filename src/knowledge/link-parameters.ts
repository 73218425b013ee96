import type { Service } from '../model/service.ts';
import { services } from './services/index.ts';

/** Query parameters that carry an identifier of a person, a click or a browser to another site, by the service that reads them. */
const PARAMETERS: Readonly<Record<string, string>> = {
  'google-analytics': '_ga _gl',
  'google-ads': 'gclid gclsrc gbraid wbraid',
  'google-doubleclick': 'dclid',
  'meta-pixel': 'fbclid fbc fbp',
  'microsoft-advertising': 'msclkid',
  'tiktok-pixel': 'ttclid ttp',
  'linkedin-insight': 'li_fat_id li_did',
  'x-twitter': 'twclid',
  hubspot: '_hsenc _hsmi hsCtaTracking __hstc __hssc __hsfp',
  mailchimp: 'mc_eid',
  'yandex-metrica': 'yclid ymclid _openstat',
  pinterest: 'epik',
  'snapchat-pixel': 'ScCid sccid',
  'reddit-pixel': 'rdt_cid',
  marketo: 'mkt_tok',
  klaviyo: '_kx',
  'adobe-analytics': 'adobe_mc s_kwcid ef_id',
  matomo: 'pk_vid mtm_vid',
  outbrain: 'dicbo obclid',
  taboola: 'tblci',
  instagram: 'igshid igsh',
  'quora-pixel': 'qclid',
};

const byParameter = new Map(
  Object.entries(PARAMETERS).flatMap(([id, names]) => names.split(' ').map((name) => [name, id] as const)),
);

/** The service whose identifier a query parameter carries, by its name alone; `undefined` where the name says nothing. */
export function serviceOfParameter(name: string): Service | undefined {
  const id = byParameter.get(name);
  return id === undefined ? undefined : services.find((service) => service.id === id);
}

/** Every service that {@link serviceOfParameter} can name. */
export const PARAMETER_SERVICES: readonly string[] = Object.keys(PARAMETERS);
