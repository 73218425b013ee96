import type { Words } from './words.ts';

/** A notice whose settings have a switch for each of two purposes. */
export interface PurposeNoticeOptions {
  readonly words: Words;
  /** What runs once statistics are allowed: HTML, of which scripts run. */
  readonly statistics: string;
  /** The same for advertising. */
  readonly advertising: string;
  /** One switch that is on lets both run. */
  readonly opensAll: boolean;
}

const asScript = (value: unknown) => JSON.stringify(value).replaceAll('</', '<\\/');

/** Keeps in a cookie what was allowed, and lets it run. */
export function purposeNotice({ words, statistics, advertising, opensAll }: PurposeNoticeOptions): string {
  const button = (id: string, text: string) =>
    `<button id="${id}" style="font:600 16px sans-serif;width:200px;height:44px;border:0;background:#145a3c;color:#fff">${text}</button>`;
  return `<div id="cookie-notice" role="dialog" aria-label="Cookies" style="position:fixed;bottom:0;background:#fff;padding:16px" hidden>
<p>${words.text}</p>${button('yes', words.accept)} ${button('no', words.reject)} ${button('more', words.settings)}
<form id="form" hidden><label><input type="checkbox" name="statistics"> ${words.statistics}</label>
<label><input type="checkbox" name="advertising"> ${words.advertising}</label> ${button('save', words.save)}</form></div><script>
const parts = { statistics: ${asScript(statistics)}, advertising: ${asScript(advertising)} };
const notice = document.getElementById('cookie-notice');
const form = document.getElementById('form');
const run = (allowed) => {
  const all = ${opensAll} && allowed.length > 0 ? Object.keys(parts) : allowed;
  for (const name of all) document.body.append(document.createRange().createContextualFragment(parts[name]));
};
const give = (allowed) => {
  document.cookie = 'answer=' + (allowed.join('.') || 'no') + '; path=/; secure; samesite=lax; max-age=' + 200 * 86400;
  notice.hidden = true;
  run(allowed);
};
const stored = /answer=([a-z.]+)/.exec(document.cookie)?.[1];
if (stored) run(Object.keys(parts).filter((name) => stored.includes(name)));
else notice.hidden = false;
document.getElementById('yes').onclick = () => give(Object.keys(parts));
document.getElementById('no').onclick = () => give([]);
document.getElementById('more').onclick = () => { form.hidden = false; };
document.getElementById('save').onclick = (event) => {
  event.preventDefault();
  give(Object.keys(parts).filter((name) => form.elements[name].checked));
};
</script>`;
}
