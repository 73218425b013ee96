import { statSync } from 'node:fs';
import { loadConfig } from '../knowledge/config/parse-config.ts';
import { resolveConfig } from '../knowledge/config/resolve-config.ts';
import { renderPolicy } from '../policy/render-policy.ts';
import { coreTag } from '../rewrite/core-tag.ts';
import { readBrowserBundles } from '../server/sites/browser-bundles.ts';
import { compileSite, type Issue } from '../server/sites/compile-site.ts';
import { installSnippet } from '../server/sites/install-snippet.ts';

/** What a site needs that is served by no server of Avowal. */
export interface StaticSite {
  readonly id: string;
  readonly domains: readonly string[];
  /** Path below the folder → content. */
  readonly files: ReadonlyMap<string, string>;
  /** HTML for the beginning of `<head>`. */
  readonly snippet: string;
  /** What an inline script has as its text. */
  readonly inline: string;
}

/** How it is made. */
export interface StaticSiteOptions {
  /** Address of the files on the site, without a slash at the end; or of a server, whose files they are then copies of. */
  readonly base: string;
  readonly inline: boolean;
  readonly scannedAt: string | null;
  /** Signs what visitors will be shown, where `base` is a server: it keeps records, and hands choices over between domains. */
  readonly issue?: Issue | undefined;
}

/** Makes the files of one configuration. Throws CONFIG_* and BUNDLE_MISSING. */
export function makeStaticSite(
  configFile: string,
  { base, inline, scannedAt, issue }: StaticSiteOptions,
): StaticSite {
  const config = resolveConfig(loadConfig(configFile));
  const { id, domains } = config.site;
  const { mtime } = statSync(configFile);
  const hasServer = issue !== undefined;
  const site = compileSite(config, readBrowserBundles(), base, mtime, { hasServer, ...(issue && { issue }) });
  const text = ({ identity }: { readonly identity: Uint8Array }) => new TextDecoder().decode(identity);
  const { uiRevision, configHash } = site.version;
  const strict = text(site.strictScript);
  const policy = (locale: string, format: 'html' | 'md' | 'json') =>
    renderPolicy(
      {
        config,
        locale,
        configHash,
        updatedAt: mtime.toISOString(),
        runtimeUrl: `${base}/c/${id}.js`,
        scannedAt,
        hasServer,
      },
      format,
    );
  const [first = 'en'] = config.locales;
  const files = new Map([
    [`c/${id}.js`, text(site.coreScript)],
    [`c/${id}.strict.js`, strict],
    [`c/${id}.json`, JSON.stringify(site.runtime)],
    [`c/${id}/debug.${uiRevision}.js`, text(site.debugScript)],
    ...[...site.noticeScripts].map(([name, script]) => {
      const [part, locale] = name.split('.');
      return [`c/${id}/${part}.${uiRevision}.${locale}.js`, text(script)] as const;
    }),
    // Every static server knows the page of a folder: the notice links to /p/<site>.
    [`p/${id}/index.html`, policy(first, 'html')],
    ...config.locales.flatMap((locale) =>
      (['html', 'md', 'json'] as const).map(
        (format) => [`p/${id}/${locale}.${format}`, policy(locale, format)] as const,
      ),
    ),
  ]);
  return {
    id,
    domains,
    files,
    inline: strict,
    snippet: inline ? coreTag({ inline: strict }) : installSnippet(site, base),
  };
}
