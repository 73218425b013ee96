import { type DemoMode, demoUrl } from '../demo-mode.ts';
import { escapeHtml } from './escape-html.ts';
import type { SitePage } from './site-page.ts';

/** Field → what is wrong with it. */
export type ContactErrors = Readonly<Partial<Record<'name' | 'email' | 'message' | 'proof', string>>>;

/** What is wrong with a posted form; nothing when it can be sent. */
export function checkContact(form: URLSearchParams): ContactErrors {
  const field = (name: string) => form.get(name)?.trim() ?? '';
  const seven = /^(7|seven)$/i.test(field('sum'));
  return {
    ...(field('name') ? {} : { name: 'Please say who you are.' }),
    ...(/^[^@\s]+@[^@\s]+$/.test(field('email'))
      ? {}
      : { email: 'Please give an address that we can answer to.' }),
    ...(field('message') ? {} : { message: 'Please write a message.' }),
    ...(seven || field('g-recaptcha-response')
      ? {}
      : { proof: 'Please tick the captcha, or answer the question instead.' }),
  };
}

function row(
  name: 'name' | 'email' | 'message',
  label: string,
  form: URLSearchParams,
  errors: ContactErrors,
): string {
  const error = errors[name];
  const value = escapeHtml(form.get(name) ?? '');
  const shared = `id="${name}" name="${name}" required${error ? ` aria-invalid="true" aria-describedby="${name}-error"` : ''}`;
  const control =
    name === 'message'
      ? `<textarea ${shared} rows="6" maxlength="4000">${value}</textarea>`
      : `<input ${shared} type="${name === 'email' ? 'email' : 'text'}" autocomplete="${name}" maxlength="200" value="${value}">`;
  return `<p class="field"><label for="${name}">${label}</label>${control}${error ? `<span class="error" id="${name}-error">${error}</span>` : ''}</p>`;
}

const SENT = `<div class="text"><header><p class="kicker">Contact</p><h1>Thank you</h1></header>
<p class="lead" role="status">Your message has arrived. Since this is a demonstration, nobody will read it, and it is forgotten already.</p>
<p class="actions"><a class="button" href="/">Go to the start</a></p></div>`;

/** `/contact`: a form that a person can send with the captcha or, where that was not loaded, with a question. */
export function contact(
  mode: DemoMode,
  form: URLSearchParams,
  errors: ContactErrors,
  sent: boolean,
): SitePage {
  const page = {
    title: sent ? 'Message sent – Kopano' : 'Contact – Kopano',
    description: 'Write to us: questions, offers, complaints.',
  };
  if (sent) return { ...page, main: SENT };
  const wrong = Object.keys(errors).length > 0;
  return {
    ...page,
    head: `<script src="${demoUrl('https://www.google.com/recaptcha/api.js', mode)}" async defer></script>\n`,
    main: `<div class="text">
<header><p class="kicker">Contact</p><h1>Write to us</h1>
<p class="lead">Questions, offers and complaints all reach the same four people.</p></header>
${wrong ? '<p class="error" role="alert">The message was not sent. Please look at the marked fields.</p>' : ''}
<form class="form" method="post" action="/contact" novalidate>
${row('name', 'Your name', form, errors)}
${row('email', 'Your e-mail address', form, errors)}
${row('message', 'Your message', form, errors)}
<fieldset><legend>Are you a person?</legend>
<div class="g-recaptcha" data-sitekey="demo"></div>
<p class="field"><label for="sum">Without the captcha: how much is three and four?</label>
<input id="sum" name="sum" inputmode="numeric" autocomplete="off" maxlength="10"${errors.proof ? ' aria-invalid="true" aria-describedby="sum-error"' : ''}>
${errors.proof ? `<span class="error" id="sum-error">${errors.proof}</span>` : ''}</p>
</fieldset>
<p class="actions"><button class="button">Send</button></p>
</form>
</div>`,
  };
}
