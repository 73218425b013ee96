import { compileRuntime } from '../../knowledge/config/compile-runtime.ts';
import { loadConfig } from '../../knowledge/config/parse-config.ts';
import { resolveConfig } from '../../knowledge/config/resolve-config.ts';
import { AvowalError } from '../../model/errors.ts';
import type { ResolvedConfig } from '../../model/resolved-config.ts';
import { type Asset, makeAsset } from '../asset.ts';
import { issueSnapshot } from '../snapshot/snapshot-token.ts';
import type { RecordStore } from '../stores/record-store.ts';
import type { BrowserBundles } from './browser-bundles.ts';
import { type CompiledSite, compileSite, configArtefact, type Issue, SCRIPT_TYPE } from './compile-site.ts';
import { createConfigChoice } from './config-choice.ts';
import { coreScript, type NoticePart, noticeScript } from './script-text.ts';
import type { SharedConfigs } from './shared-configs.ts';
import type { SiteVersion } from './site-version.ts';

/** A site that this server serves. */
export interface Site extends CompiledSite {
  readonly config: ResolvedConfig;
  readonly configFile: string;
  /** Why the file on disk is not what is served: its last edit is broken. */
  readonly problem?: string;
  /** What is served was published by another server, after what the file holds. */
  readonly isFromElsewhere?: boolean;
}

/** The sites of a server, each from one configuration file. */
export interface SiteRegistry {
  all(): readonly Site[];
  get(id: string): Site | undefined;
  /** Loads or reloads a file and publishes it. Throws CONFIG_* and STORE_FAILED, and then serves what it served before. */
  load(file: string): Promise<Site>;
  /** Serves what other servers have published since, and returns which sites that are. Throws STORE_FAILED. */
  follow(): Promise<readonly Site[]>;
  /**
   * The version that a page was built with, with the texts and the bundle of a UI revision where that is named; one that was
   * replaced over 30 days ago no longer counts.
   */
  findVersion(
    site: Site,
    configHash: string,
    now: Date,
    uiRevision?: string,
  ): Promise<SiteVersion | undefined>;
  /** Signs the scripts anew that carry the date of an earlier day. */
  renewSnapshots(): Promise<void>;
  /** A script of the UI in one revision, replaced ones included: a page may have been open for days. */
  findNoticeScript(
    site: Site,
    part: NoticePart,
    revision: string,
    locale: string,
  ): Promise<Asset | undefined>;
}

/** Replaced UI chunks kept compressed at once; a request for one must not cost a compression each time. */
const MAX_REBUILT = 50;
const OUTDATED_AFTER_MS = 30 * 86_400_000;

/** What a registry is made with. */
export interface RegistryFacts {
  readonly publicUrl: string;
  readonly snapshotSecret: string;
  /** Where several servers serve the same. */
  readonly configs?: SharedConfigs;
}

/** Makes an empty registry; `publicUrl` is compiled into every script, and a token that is signed with the secret. */
export function createSiteRegistry(
  store: RecordStore,
  bundles: BrowserBundles,
  { publicUrl, snapshotSecret, configs }: RegistryFacts,
): SiteRegistry {
  const sites = new Map<string, Site>();
  const rebuilt = new Map<string, Asset>();
  const choice = createConfigChoice(store, configs);
  const bySite = (id: string) => [...sites.values()].find((site) => site.config.site.id === id);

  const today = () => new Date().toISOString().slice(0, 10);
  const issue: Issue = (facts) => issueSnapshot({ ...facts, issuedOn: today() }, snapshotSecret);

  /** A version that is not the current one. */
  async function findEarlier(
    { config: { site } }: Site,
    configHash: string,
    now: Date,
  ): Promise<SiteVersion | undefined> {
    const since = new Date(now.getTime() - OUTDATED_AFTER_MS);
    const earlier = await store.findVersion(site.id, configHash, since);
    const content = earlier && (await store.findArtefact(configHash))?.content;
    if (!content) return undefined;
    const config = JSON.parse(content) as ResolvedConfig;
    const facts = { server: publicUrl, configHash, uiRevision: earlier.uiRevision };
    return { ...earlier, config, question: compileRuntime(config, facts) };
  }

  /** One after the other: an edit here may meet one from elsewhere. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  };

  /** Where the database is slow, askers wait together. */
  let following: Promise<readonly Site[]> | undefined;

  async function serve(configFile: string, config: ResolvedConfig): Promise<Site> {
    const now = new Date();
    const compiled = compileSite(config, bundles, publicUrl, now, { issue });
    await store.keepArtefacts(compiled.artefacts);
    await store.publishVersion(compiled.version, now);
    const version = await store.findVersion(config.site.id, compiled.version.configHash, now);
    return { ...compiled, version: { ...compiled.version, ...version }, config, configFile };
  }

  async function publish(file: string): Promise<Site> {
    const config = resolveConfig(loadConfig(file));
    const other = bySite(config.site.id);
    if (other && other.configFile !== file) {
      throw new AvowalError('CONFIG_INVALID', {
        file,
        path: 'site.id',
        problem: `is "${config.site.id}", as in ${other.configFile}.`,
        fix: 'Give each site an id of its own.',
      });
    }
    const { instead, isNew } = await choice.judge(file, config.site.id, configArtefact(config).hash);
    const site = { ...(await serve(file, instead ?? config)), isFromElsewhere: instead !== undefined };
    sites.set(file, site);
    if (isNew) await choice.publish(config.site.id, site.version.configHash);
    return site;
  }

  async function followNow(): Promise<readonly Site[]> {
    const followed: Site[] = [];
    for (const [file, { config, version, problem }] of sites) {
      const newer = await choice.newer(config.site.id, version.configHash);
      if (!newer) continue;
      const site = { ...(await serve(file, newer)), isFromElsewhere: true, ...(problem && { problem }) };
      sites.set(file, site);
      followed.push(site);
    }
    return followed;
  }

  return {
    all: () => [...sites.values()],
    get: bySite,
    load: (file) =>
      inTurn(async () => {
        try {
          return await publish(file);
        } catch (error) {
          const served = sites.get(file);
          if (served) sites.set(file, { ...served, problem: (error as Error).message });
          throw error;
        }
      }),
    follow: () => {
      following ??= inTurn(followNow).finally(() => {
        following = undefined;
      });
      return following;
    },
    findVersion: async (site, configHash, now, uiRevision) => {
      const isCurrent = site.version.configHash === configHash;
      const version = isCurrent ? site.version : await findEarlier(site, configHash, now);
      if (!version || uiRevision === undefined || version.uiRevision === uiRevision) return version;
      // The same configuration, shown by an earlier Avowal.
      const shown = await store.findRevision(site.config.site.id, uiRevision);
      return shown && { ...version, uiRevision, bundleHash: shown.bundleHash, notices: shown.notices };
    },
    renewSnapshots: async () => {
      for (const [file, site] of sites) {
        if (site.runtime.snapshot?.startsWith(today())) continue;
        const { configHash, uiRevision } = site.version;
        const snapshot = issue({ site: site.config.site.id, configHash, uiRevision });
        const runtime = { ...site.runtime, snapshot };
        sites.set(file, {
          ...site,
          runtime,
          coreScript: makeAsset(coreScript(runtime, bundles), SCRIPT_TYPE),
        });
        // Compressing takes a moment; between two sites, others get their turn.
        await new Promise(setImmediate);
      }
    },
    findNoticeScript: async (site, part, revision, locale) => {
      if (site.version.uiRevision === revision) return site.noticeScripts.get(`${part}.${locale}`);
      const name = `${site.config.site.id} ${part} ${revision} ${locale}`;
      const known = rebuilt.get(name);
      if (known) return known;
      const earlier = await store.findRevision(site.config.site.id, revision);
      const notice = earlier && (await store.findArtefact(earlier.notices[locale] ?? ''));
      const bundle = earlier && (await store.findArtefact(earlier.bundleHash));
      if (!notice || !bundle) return undefined;
      const script = noticeScript(part, JSON.parse(notice.content), JSON.parse(bundle.content));
      const asset = makeAsset(script, SCRIPT_TYPE);
      if (rebuilt.size >= MAX_REBUILT) rebuilt.clear();
      rebuilt.set(name, asset);
      return asset;
    },
  };
}
