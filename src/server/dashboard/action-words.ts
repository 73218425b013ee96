import type { ConsentAction, ConsentLayer } from '../../model/consent-record.ts';

/** What the visitor did, in words. */
export const ACTION_WORDS: Readonly<Record<ConsentAction, string>> = {
  accept: 'Accepted all',
  reject: 'Rejected all',
  save: 'Chose',
  withdraw: 'Withdrew',
  gpc: 'Signal (GPC)',
};

/** Where it was done, in words. */
export const LAYER_WORDS: Readonly<Record<ConsentLayer, string>> = {
  notice: 'Notice',
  changes: 'Notice about changes',
  preferences: 'Preferences',
  placeholder: 'Placeholder',
  policy: 'Policy page',
  api: 'The page’s own control',
  signal: 'Browser signal',
  handover: 'From another domain',
};
