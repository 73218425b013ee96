import type { DatabaseSync } from 'node:sqlite';
import type { Viewport } from '../records/viewports.ts';
import type { NoticeName, Picture } from './picture-store.ts';

const namesOf = ({ noticeHash, configHash, bundleHash, locale }: NoticeName) =>
  [noticeHash, configHash, bundleHash, locale] as const;

/** Keeps pictures of a notice that there are none of yet. */
export function pictureInserter(
  database: DatabaseSync,
): (notice: NoticeName, pictures: readonly Picture[]) => void {
  const insert = database.prepare(
    'INSERT INTO pictures (hash, png) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING',
  );
  const tie = database.prepare(
    `INSERT INTO notice_pictures (notice_hash, config_hash, bundle_hash, locale, viewport, picture, browser, made_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  return (notice, pictures) => {
    for (const { viewport, hash, png, browser, madeAt } of pictures) {
      const { changes } = tie.run(...namesOf(notice), viewport, hash, browser, Date.parse(madeAt));
      if (changes > 0) insert.run(hash, png);
    }
  };
}

/** Finds what is kept of a notice. */
export function pictureFinder(database: DatabaseSync): (notice: NoticeName) => readonly Picture[] {
  const select = database.prepare(
    `SELECT viewport, picture, browser, made_at, png FROM notice_pictures JOIN pictures ON hash = picture
     WHERE notice_hash = ? AND config_hash = ? AND bundle_hash = ? AND locale = ? ORDER BY viewport`,
  );
  return (notice) =>
    select.all(...namesOf(notice)).map(({ viewport, picture, browser, made_at, png }) => ({
      viewport: String(viewport) as Viewport,
      hash: String(picture),
      png: png as Uint8Array,
      browser: String(browser),
      madeAt: new Date(Number(made_at)).toISOString(),
    }));
}
