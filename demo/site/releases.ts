import { demoUrl } from '../demo-mode.ts';
import { findTicket } from '../tickets.ts';
import type { PageContext, StaticPage } from './site-page.ts';

const RELEASES = [
  {
    version: '12.2',
    date: '2026-11-02',
    day: '2 November 2026',
    text: 'The autumn release is about finding things. Search reads attachments, and address books that many people share open without a pause.',
    tickets: ['KW-2481', 'KW-2467', 'KW-2455', 'KW-2440'],
  },
  {
    version: '12.1',
    date: '2026-07-13',
    day: '13 July 2026',
    text: 'A summer release with small repairs. Phones keep their connection when the server’s certificate is renewed.',
    tickets: ['KW-2402', 'KW-2398'],
  },
  {
    version: '12.0',
    date: '2026-03-30',
    day: '30 March 2026',
    text: 'The yearly release. Mailboxes of any size open at once, since the folder tree no longer waits for its contents.',
    tickets: ['KW-2371', 'KW-2310'],
  },
] as const;

function ticketLine(key: string, { mode }: PageContext): string {
  const ticket = findTicket(key);
  if (!ticket) return '';
  const tracker = (path: string) => demoUrl(`https://jira.kopano.io${path}`, mode);
  return `<li><a href="${tracker(`/browse/${key}`)}">${key}</a> <span>${ticket.title}</span> <img src="${tracker(`/badge/${key}.svg`)}" alt="${ticket.state}" height="20"></li>`;
}

/** `/releases`: what changed, with the state of each ticket as the ticket tracker shows it. */
export const releases: StaticPage = (context) => ({
  title: 'Release notes – Kopano',
  description: 'What changed in each release, with the tickets of the developers.',
  main: `<div class="text">
<header><p class="kicker">Release notes</p><h1>What changed, and why</h1>
<p class="lead">Three releases a year, each looked after for five years. Ticket numbers lead to our developers’ tracker; the badges come from there.</p></header>
${RELEASES.map(
  ({ version, date, day, text, tickets }) => `<section class="release" aria-labelledby="v${version}">
<h2 id="v${version}">Kopano ${version} <time datetime="${date}">${day}</time></h2>
<p>${text}</p>
<ul class="tickets">${tickets.map((key) => ticketLine(key, context)).join('\n')}</ul>
</section>`,
).join('\n')}
</div>`,
});
