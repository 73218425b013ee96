import { html } from 'hono/html';
import { type Inventory, SCENARIOS } from '../../model/inventory.ts';
import { type Markup, table } from './markup.ts';
import { ACT_WORDS, GROUP_WORDS, SCENARIO_WORDS, shorten } from './report-words.ts';

/** Services at work: known ones by name, others by host. */
export const reportServices = ({ services }: Inventory): Markup =>
  services.length === 0
    ? html`<p>No service was at work.</p>`
    : table(
        'Services',
        ['Service', 'Provider', 'Purpose', 'Hosts'],
        services.map(({ name, provider, purpose, hosts, known }) => [
          shorten(name),
          provider ?? (known ? '–' : 'Not known'),
          purpose ? GROUP_WORDS[purpose] : GROUP_WORDS.review,
          hosts.map((host) => shorten(host)).join(', '),
        ]),
      );

/** Requests by host. */
export const reportRequests = ({ requests, services }: Inventory): Markup => {
  const names = new Map(services.map(({ id, name }) => [id, name]));
  return table(
    'Requests',
    ['Host', 'Party', 'Requests', 'Types', 'Service', 'Seen', 'First cause'],
    requests.map(({ host, party, count, types, service, seen, initiators: [first] }) => [
      shorten(host),
      party === 'first' ? 'First' : 'Third',
      count.toLocaleString('en'),
      types.join(', '),
      shorten(names.get(service ?? '') ?? 'The site itself'),
      SCENARIOS.filter((id) => seen[id])
        .map((id) => SCENARIO_WORDS[id])
        .join(', '),
      first ? html`<code>${shorten(first.url)}${first.line ? `:${first.line}` : ''}</code>` : '–',
    ]),
  );
};

/** What scripts did that stores nothing. */
export const reportActs = ({ acts = [] }: Inventory): Markup =>
  table(
    'What scripts did',
    ['What', 'With what', 'Script', 'Seen'],
    acts.map(({ kind, subject, carries, host, seen, evidence }) => {
      const script = evidence[0]?.initiators[0];
      return [
        ACT_WORDS[kind],
        shorten(carries === undefined ? subject : `${subject} (value of the cookie ${carries})`),
        script
          ? html`<code>${shorten(script.url)}${script.line ? `:${script.line}` : ''}</code>`
          : shorten(host),
        SCENARIOS.filter((id) => seen[id])
          .map((id) => SCENARIO_WORDS[id])
          .join(', '),
      ];
    }),
  );

/** What did not work. */
export const reportProblems = ({ problems }: Inventory): Markup =>
  table(
    'Problems',
    ['Page', 'Scenario', 'What happened'],
    problems.map(({ page, scenario, message }) => [
      shorten(page, 300),
      SCENARIO_WORDS[scenario],
      shorten(message, 600),
    ]),
  );
