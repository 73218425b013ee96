import { hash } from 'node:crypto';
import { compileNotice } from '../../knowledge/config/compile-notice.ts';
import { compileRuntime } from '../../knowledge/config/compile-runtime.ts';
import type { ResolvedConfig } from '../../model/resolved-config.ts';
import type { RuntimeConfig } from '../../model/runtime-config.ts';
import { type Asset, makeAsset } from '../asset.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Snapshot } from '../snapshot/snapshot-token.ts';
import type { Artefact } from '../stores/record-store.ts';
import type { BrowserBundles } from './browser-bundles.ts';
import { coreScript, guardScript, type NoticePart, noticeScript } from './script-text.ts';
import type { SiteVersion } from './site-version.ts';

/** Type of the scripts that browsers load. */
export const SCRIPT_TYPE = 'text/javascript; charset=utf-8';

/** A configuration made ready to serve. */
export interface CompiledSite {
  readonly version: SiteVersion;
  /** Everything that a record of this version refers to. */
  readonly artefacts: readonly Artefact[];
  /** What the core script knows. */
  readonly runtime: RuntimeConfig;
  readonly coreScript: Asset;
  /** The same, which holds back more. */
  readonly strictScript: Asset;
  /** The inline guard, for a copy-paste installation. */
  readonly guardScript: string;
  /** The order monitor, under the revision of the UI chunk. */
  readonly debugScript: Asset;
  /** Part and locale of the UI, such as `details.de` → its script. */
  readonly noticeScripts: ReadonlyMap<string, Asset>;
}

const NOTICE_PARTS: readonly NoticePart[] = ['ui', 'details'];

const artefact = (kind: Artefact['kind'], content: string): Artefact => ({
  kind,
  content,
  hash: hash('sha256', content),
});

/** A configuration as it is kept, under its hash. */
export const configArtefact = (config: ResolvedConfig): Artefact => artefact('config', canonicalJson(config));

/** How a site is compiled. */
export interface CompileOptions {
  /** Signs what visitors will be shown. */
  readonly issue?: Issue;
  /** Default: true. */
  readonly hasServer?: boolean;
}

/** Makes the token of a script. */
export type Issue = (facts: Omit<Snapshot, 'issuedOn'>) => string;

/** Compiles one site for a server at `publicUrl`; without one, the files stand there, and nothing takes answers. */
export function compileSite(
  config: ResolvedConfig,
  bundles: BrowserBundles,
  publicUrl: string,
  now: Date,
  { issue, hasServer = true }: CompileOptions = {},
): CompiledSite {
  const settings = configArtefact(config);
  const bundle = artefact('bundle', canonicalJson(bundles));
  const policyUrl = `${publicUrl}/p/${config.site.id}`;
  const notices = config.locales.map((locale) => {
    const notice = compileNotice(config, locale, { policyUrl });
    return { locale, notice, artefact: artefact('notice', canonicalJson(notice)) };
  });
  const shown = [bundle.hash, ...notices.map((entry) => entry.artefact.hash)].join();
  const uiRevision = hash('sha256', shown).slice(0, 12);
  const shownTo = { site: config.site.id, configHash: settings.hash, uiRevision };
  const runtime = compileRuntime(config, {
    server: publicUrl,
    configHash: settings.hash,
    uiRevision,
    ...(issue && { snapshot: issue(shownTo) }),
    ...(!hasServer && { records: false }),
  });
  return {
    version: {
      site: config.site.id,
      configHash: settings.hash,
      bundleHash: bundle.hash,
      uiRevision,
      notices: Object.fromEntries(notices.map((entry) => [entry.locale, entry.artefact.hash])),
      firstPublishedAt: now.toISOString(),
      config,
      question: runtime,
    },
    artefacts: [settings, bundle, ...notices.map((entry) => entry.artefact)],
    runtime,
    coreScript: makeAsset(coreScript(runtime, bundles), SCRIPT_TYPE),
    strictScript: makeAsset(coreScript(runtime, bundles, 'strict'), SCRIPT_TYPE),
    guardScript: guardScript(runtime, bundles),
    debugScript: makeAsset(bundles.debug, SCRIPT_TYPE),
    noticeScripts: new Map(
      notices.flatMap(({ locale, notice }) =>
        NOTICE_PARTS.map((part) => [
          `${part}.${locale}`,
          makeAsset(noticeScript(part, notice, bundles), SCRIPT_TYPE),
        ]),
      ),
    ),
  };
}
