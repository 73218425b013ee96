import { purposesOf, type ResolvedConfig, type ResolvedTracker } from '../../model/resolved-config.ts';
import type { RuntimeConfig } from '../../model/runtime-config.ts';
import { fillText } from '../fill-text.ts';
import { findRegime } from '../find-regime.ts';
import { findLocale } from '../locale.ts';
import { isUnitedStates } from './is-united-states.ts';
import { pageLanguages } from './page-languages.ts';
import { purposeRevision } from './purpose-revision.ts';
import { serviceRevision } from './service-revision.ts';

/** What only the server knows. */
export interface RuntimeFacts {
  /** Base URL of the server, no slash at the end. */
  readonly server: string;
  /** SHA-256 (hex) of the configuration. */
  readonly configHash: string;
  readonly uiRevision: string;
  readonly snapshot?: string;
  /** `false` where no server takes answers. */
  readonly records?: false;
}

/** Nothing of these stays in the browser that could be held back or deleted by name. */
const leavesNothing = ({ kind }: ResolvedTracker) => kind === 'pixel' || kind === 'fingerprint';

/** How a text becomes a question where it is not by a `?` behind it. */
const QUESTIONS: Readonly<Record<string, string>> = {
  ar: '{text}؟',
  el: '{text};',
  es: '¿{text}?',
  fr: '{text}\u202f?',
  ja: '{text}？',
  zh: '{text}？',
};

const asQuestion = (text: string, tag: string) =>
  fillText(QUESTIONS[new Intl.Locale(tag).language] ?? '{text}?', { text });

/** The facts that the core in the browser decides from, and nothing else: each byte is downloaded on every first visit. */
export function compileRuntime(config: ResolvedConfig, facts: RuntimeFacts): RuntimeConfig {
  const { id, mode, gpc } = findRegime(config.regime);
  const optional = new Set(config.purposes.filter(({ required }) => !required).map((purpose) => purpose.id));
  return {
    site: config.site.id,
    domains: config.site.domains,
    server: facts.server,
    configHash: facts.configHash,
    ...(facts.snapshot !== undefined && { snapshot: facts.snapshot }),
    ...(facts.records === false && { records: false }),
    purposes: config.purposes.map((purpose) => ({
      id: purpose.id,
      required: purpose.required === true,
      revision: purposeRevision(purpose, config),
    })),
    services: config.services.map((service) => ({
      id: service.id,
      name: service.name,
      purposes: purposesOf(service, config),
      hosts: service.hosts,
      embed: service.embed,
      revision: serviceRevision(service, config),
    })),
    trackers: config.trackers
      .filter(
        (tracker) => tracker.party === 'first' && optional.has(tracker.purpose) && !leavesNothing(tracker),
      )
      .map(({ name, kind, purpose, service }) => ({ name, kind, purpose, service })),
    regime: { id, mode, gpc },
    validityMonths: config.validityMonths,
    locales: pageLanguages(config.locales),
    signals: { ...(config.google && { google: config.google }), ...config.signals },
    signalOptions: config.signalOptions ?? {},
    uiRevision: facts.uiRevision,
    reopen: Object.fromEntries(
      config.locales.map((tag) => {
        const { open, doNotSell, loadFailed, reject } = findLocale(tag).notice;
        // In the United States the control is the link that the law wants on every page (US-OPT-001).
        const label = isUnitedStates(id) ? doNotSell : open;
        return [tag, [config.reopen === 'tab' ? label : '', `${loadFailed}\n\n${asQuestion(reject, tag)}`]];
      }),
    ),
  };
}
