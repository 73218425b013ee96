import { hash } from 'node:crypto';
import { AvowalError } from '../../model/errors.ts';
import type { ResolvedConfig } from '../../model/resolved-config.ts';
import { configArtefact } from '../sites/compile-site.ts';
import type { NoticeName, Picture } from '../stores/picture-store.ts';
import type { RecordStore } from '../stores/record-store.ts';
import { type NoticeRenderer, openNoticeRenderer, type ShownNotice } from './render-notice.ts';
import { VIEWPORTS, type Viewport } from './viewports.ts';

/** How pictures are made. */
export interface PictureOptions {
  /** Default: the one that is found. */
  readonly browser?: string | undefined;
  readonly signal?: AbortSignal;
}

const lacking = (problem: string) => new AvowalError('STORE_FAILED', { file: 'of records', problem });

async function shownBy({ locale, ...names }: NoticeName, store: RecordStore): Promise<ShownNotice> {
  const read = async (name: string) => {
    const artefact = await store.findArtefact(name);
    if (!artefact) throw lacking(`it lacks what has the hash ${name}`);
    return JSON.parse(artefact.content);
  };
  const [config, notice, bundles] = await Promise.all(
    [names.configHash, names.noticeHash, names.bundleHash].map(read),
  );
  return { config, notice, bundles, locale };
}

/** The pictures that are kept of a notice; none unless all viewports are there. Throws STORE_FAILED where one was changed. */
async function keptOf(notice: NoticeName, store: RecordStore): Promise<readonly Picture[]> {
  const kept = await store.findPictures(notice);
  const changed = kept.find(({ hash: name, png }) => hash('sha256', png) !== name);
  if (changed) throw lacking(`the picture ${changed.hash} was changed`);
  return kept.length === Object.keys(VIEWPORTS).length ? kept : [];
}

async function makeOf(notice: NoticeName, store: RecordStore, renderer: NoticeRenderer): Promise<void> {
  const { browser, pngs } = await renderer.render(await shownBy(notice, store));
  const madeAt = new Date().toISOString();
  const pictures = Object.entries(pngs).map(([viewport, png]) => ({
    viewport: viewport as Viewport,
    hash: hash('sha256', png),
    png,
    browser,
    madeAt,
  }));
  await store.keepPictures(notice, pictures);
}

/** Makes pictures of notices that have none, and keeps them for good, until it is stopped; returns of how many it did. */
async function makeMissing(
  notices: readonly NoticeName[],
  store: RecordStore,
  { browser, signal }: PictureOptions,
): Promise<number> {
  const missing: NoticeName[] = [];
  for (const notice of notices) {
    if ((await keptOf(notice, store)).length === 0) missing.push(notice);
  }
  if (missing.length === 0) return 0;
  const renderer = await openNoticeRenderer(browser);
  let made = 0;
  try {
    for (const notice of missing) {
      if (signal?.aborted) break;
      await makeOf(notice, store, renderer);
      made += 1;
    }
  } finally {
    await renderer.close();
  }
  return made;
}

/** The pictures of a notice, and whether they were kept before: those that are not are made now and kept for good. Throws STORE_FAILED and BROWSER_*. */
export async function picturesOf(
  notice: NoticeName,
  store: RecordStore,
): Promise<{ pictures: readonly Picture[]; wasKept: boolean }> {
  const made = await makeMissing([notice], store, {});
  // Another process may have been first: then its pictures count.
  return { pictures: await keptOf(notice, store), wasKept: made === 0 };
}

/** Keeps pictures of what a site shows now, in each language that lacks them; returns in how many it did. Throws STORE_FAILED and BROWSER_*. */
export async function keepPictures(
  config: ResolvedConfig,
  store: RecordStore,
  options: PictureOptions,
): Promise<number> {
  const version = await store.findVersion(config.site.id, configArtefact(config).hash, new Date());
  if (!version) return 0;
  const { configHash, bundleHash, notices } = version;
  const names = Object.entries(notices).map(([locale, noticeHash]) => ({
    noticeHash,
    configHash,
    bundleHash,
    locale,
  }));
  return makeMissing(names, store, options);
}
