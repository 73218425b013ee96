import type { FleetSite } from '../fleet-site.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'withdrawal-by-switches.test';

const STYLE = 'font:600 16px sans-serif;width:160px;height:44px;border:0;background:#145a3c;color:#fff';
const LAYER =
  'style="position:fixed;bottom:0;background:#fff;padding:16px" role="dialog" aria-label="Cookies"';

const site: FleetSite = {
  about: 'takes a consent with one press, and a withdrawal switch by switch',
  pages: {
    '/': `<button id="reopen">${ENGLISH.reopen}</button>
<div id="notice" ${LAYER} hidden><p>${ENGLISH.text}</p>
<button id="yes" style="${STYLE}">${ENGLISH.accept}</button> <button id="no" style="${STYLE}">${ENGLISH.reject}</button></div>
<div id="settings" ${LAYER} hidden><p>Cookies</p><label><input type="checkbox" id="statistics"> ${ENGLISH.statistics}</label>
<label><input type="checkbox" id="advertising"> ${ENGLISH.advertising}</label> <button id="save" style="${STYLE}">${ENGLISH.save}</button></div>
<script>
const part = (id) => document.getElementById(id);
const answer = () => /answer=(\\w+)/.exec(document.cookie)?.[1];
const run = () => document.body.append(document.createRange().createContextualFragment(${JSON.stringify(STATISTICS).replaceAll('</', '<\\/')}));
const give = (isYes) => {
  document.cookie = 'answer=' + (isYes ? 'yes' : 'no') + '; path=/; max-age=20000000; secure; samesite=lax';
  if (!isYes) document.cookie = '_ga=; max-age=0; path=/';
  part('notice').hidden = part('settings').hidden = true;
  if (isYes) run();
};
if (answer() === 'yes') run();
part('notice').hidden = Boolean(answer());
part('yes').onclick = () => give(true);
part('no').onclick = () => give(false);
part('reopen').onclick = () => {
  for (const id of ['statistics', 'advertising']) part(id).checked = answer() === 'yes';
  part('settings').hidden = false;
};
part('save').onclick = () => give(part('statistics').checked);
</script>`,
  },
  scenarios: ['withdraw'],
  buttons: {
    language: ENGLISH.language,
    right: {
      accept: [ENGLISH.accept],
      reject: [ENGLISH.reject],
      withdraw: [ENGLISH.accept, ENGLISH.reopen, 'Statistics off', 'Advertising off', ENGLISH.save],
    },
  },
  expected: [
    'review withdrawal-easy presses',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
