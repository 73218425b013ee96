import { AvowalError } from '../../model/errors.ts';
import type { ResolvedConfig } from '../../model/resolved-config.ts';
import type { RecordStore } from '../stores/record-store.ts';
import type { SharedConfigs } from './shared-configs.ts';

/** What is to happen with what a file holds. */
export interface FileVerdict {
  /** What another server published later, to be served in its place. */
  readonly instead?: ResolvedConfig | undefined;
  /** Whether the other servers are to serve it too. */
  readonly isNew: boolean;
}

/** Chooses between the file of a server and what other servers published: the later counts. */
export interface ConfigChoice {
  /** A file counts when it is edited, and at the start of a server where it holds what nobody has published yet. */
  judge(file: string, site: string, configHash: string): Promise<FileVerdict>;
  /** What was published in the place of what is served, if anything was. */
  newer(site: string, servedHash: string): Promise<ResolvedConfig | undefined>;
  /** Tells the other servers what is served here now. */
  publish(site: string, configHash: string): Promise<void>;
}

/** Where nothing is shared, the file always counts. */
export function createConfigChoice(store: RecordStore, configs?: SharedConfigs): ConfigChoice {
  /** What each file held when it was read last. */
  const held = new Map<string, string>();

  async function newer(site: string, servedHash: string): Promise<ResolvedConfig | undefined> {
    const configHash = (await configs?.current([site]))?.get(site);
    if (configHash === undefined || configHash === servedHash) return undefined;
    const artefact = await store.findArtefact(configHash);
    if (artefact) return JSON.parse(artefact.content) as ResolvedConfig;
    throw new AvowalError('STORE_FAILED', { file: 'of records', problem: `it lacks artefact ${configHash}` });
  }

  return {
    newer,
    judge: async (file, site, configHash) => {
      if (!configs) return { isNew: false };
      const before = held.get(file);
      held.set(file, configHash);
      const isNew = before ? before !== configHash : !(await configs.wasPublished(site, configHash));
      return { isNew, instead: isNew ? undefined : await newer(site, configHash) };
    },
    publish: async (site, configHash) => configs?.publish({ id: crypto.randomUUID(), site, configHash }),
  };
}
