import { html } from 'hono/html';
import type { AuditReport } from '../../model/audit-report.ts';
import type { ConsentRecord } from '../../model/consent-record.ts';
import type { Inventory } from '../../model/inventory.ts';
import type { Site } from '../sites/site-registry.ts';
import type { PurposeCount } from '../stores/record-store.ts';
import type { DayRow } from './days.ts';
import { formatTime } from './format.ts';
import { installCard } from './install-card.ts';
import { inventoryCard } from './inventory-card.ts';
import type { Page } from './page.ts';
import { ratesCard } from './rates-card.ts';
import { recordsCard } from './records-card.ts';
import { storageCard } from './storage-card.ts';

/** Everything that the page of a site shows. */
export interface SiteView {
  readonly site: Site;
  /** The server's address as browsers on the site see it. */
  readonly base: string;
  readonly rows: readonly DayRow[];
  readonly purposes: readonly PurposeCount[];
  readonly records: readonly ConsentRecord[];
  /** Consent id that was searched for; empty for none. */
  readonly consentId: string;
  readonly inventory: Inventory | undefined;
  /** What the audits say of it. */
  readonly audit: AuditReport | undefined;
  readonly hasReport: boolean;
}

/** One site. */
export function sitePage(view: SiteView): Page {
  const { config, version, problem, configFile, isFromElsewhere } = view.site;
  const { id, name, domains } = config.site;
  return {
    title: name,
    crumbs: [{ name, href: `/sites/${id}` }],
    body: html`<h1>${name}</h1>
<p class="lead">${domains.join(', ')} · configuration <code title="${version.configHash}">${version.configHash.slice(0, 12)}</code> since ${formatTime(version.firstPublishedAt)}</p>
${problem ? html`<div class="alert" role="alert"><strong>The last edit of ${configFile} is broken, so visitors get the version before it.</strong><br>${problem}</div>` : ''}
${isFromElsewhere ? html`<p class="hint">Another server published this configuration: <code>${configFile}</code> on this one is older. Copy it from there before you edit it, or the edit undoes what changed.</p>` : ''}
${ratesCard(config, view.rows, view.purposes)}
<div class="pair">${inventoryCard(id, domains[0] ?? '', view)}${installCard(view.site, view.base)}</div>
${storageCard(config, view.base)}
${recordsCard(id, view.records, view.consentId)}`,
  };
}
