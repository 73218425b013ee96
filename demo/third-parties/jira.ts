import { missingCookies, randomId } from '../demo-cookie.ts';
import { answer, type DemoAnswer, type DemoRequest, htmlAnswer, notFound } from '../demo-exchange.ts';
import { findTicket, type Ticket } from '../tickets.ts';

const COLOURS = { Fixed: '#1c6b3c', 'In review': '#7a5200', Open: '#4a5568' } as const;

/** Wider than its text in any usual font, since a picture cannot measure. */
function badge({ key, state }: Ticket): string {
  const width = 22 + state.length * 7;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" viewBox="0 0 ${width} 20">
<title>${key}: ${state}</title><rect width="${width}" height="20" rx="10" fill="${COLOURS[state]}"/>
<text x="${width / 2}" y="14" fill="#fff" text-anchor="middle" font-family="system-ui,sans-serif" font-size="12" font-weight="600">${state}</text></svg>`;
}

const page = ({ key, title, state }: Ticket) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${key}</title>
<style>body{font:17px/1.6 system-ui,sans-serif;max-width:38rem;margin:4rem auto;padding:0 1.25rem}</style>
<main><p>${key} · ${state}</p><h1>${title}</h1>
<p>A ticket of the demonstration's ticket tracker. There is nothing more to see.</p></main></html>`;

/** jira.kopano.io: the developers' ticket tracker, which protects its forms by a cookie from the first picture on. */
export function jira({ url, mode, cookies }: DemoRequest): DemoAnswer {
  const [, kind, key = ''] = /^\/(badge|browse)\/(KW-\d{1,6})(?:\.svg)?$/.exec(url.pathname) ?? [];
  const ticket = findTicket(key);
  if (!ticket) return notFound();
  const token = { name: 'atlassian.xsrf.token', value: `${randomId(8)}_lout`, crossSite: true };
  const set = missingCookies(cookies, mode, [token]);
  return kind === 'badge' ? answer('image/svg+xml', badge(ticket), set) : htmlAnswer(page(ticket), set);
}
