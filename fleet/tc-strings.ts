/** TC strings of one made-up consent platform, by what the visitor answered; a date that tests need not follow. */
export const TC_STRINGS = {
  none: 'CQuIxQAQuIxQAP_ABBENCxFgAAAAAELAAAYgAAALzgBgACAAUAvMAAAA.IHCQBQABAAKAA4AvMBwg.YAAAAAAAAAAA',
  no: 'CQuIxQAQuIxQAP_ABBENCxFgAAAAAAAAAAYgAAAAAAAA.IHCQBQABAAKAA4AvMBwg.YAAAAAAAAAAA',
  yes: 'CQuIxQAQuIxQAP_ABBENCxFsAP_gAELAAAYgF5wBAABAAKAA4AvMC84AYAAgAFALzAAA.IHCQBQABAAKAA4AvMBwg.YAAAAAAAAAAA',
} as const;

/** The interface of a consent platform that answers from the cookie of the fleet's notice; `say` makes the answer of it. */
export const tcfApi = (say: string): string => `<script>{
const strings = ${JSON.stringify(TC_STRINGS)};
const answer = () => /answer=(yes|no)/.exec(document.cookie)?.[1] ?? 'none';
const said = (${say});
window.__tcfapi = (command, version, done) => {
  if (command === 'ping') return done({ gdprApplies: true, cmpLoaded: true, cmpStatus: 'loaded', apiVersion: '2.3' }, true);
  const word = said(answer());
  const ids = word === 'yes' ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] : [];
  done({ tcString: strings[word], gdprApplies: true, eventStatus: 'tcloaded', purpose: { consents: Object.fromEntries(ids.map((id) => [id, true])) } }, true);
};
}</script>`;
