import type { Viewport } from '../records/viewports.ts';
import type { NoticeName, Picture } from './picture-store.ts';
import type { PostgresDatabase } from './postgres-database.ts';

const namesOf = ({ noticeHash, configHash, bundleHash, locale }: NoticeName) => [
  noticeHash,
  configHash,
  bundleHash,
  locale,
];

/** Keeps pictures of a notice that there are none of yet. */
export async function keepPictures(
  database: PostgresDatabase,
  notice: NoticeName,
  pictures: readonly Picture[],
): Promise<void> {
  for (const { viewport, hash, png, browser, madeAt } of pictures) {
    await database.query(
      `WITH tied AS (
         INSERT INTO notice_pictures (notice_hash, config_hash, bundle_hash, locale, viewport, picture, browser, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING picture
       ) INSERT INTO pictures (hash, png) SELECT picture, $9::bytea FROM tied ON CONFLICT (hash) DO NOTHING`,
      [...namesOf(notice), viewport, hash, browser, madeAt, Buffer.from(png)],
    );
  }
}

/** Finds what is kept of a notice. */
export async function findPictures(
  database: PostgresDatabase,
  notice: NoticeName,
): Promise<readonly Picture[]> {
  const rows = await database.query(
    `SELECT viewport, picture, browser, made_at, png FROM notice_pictures JOIN pictures ON hash = picture
     WHERE notice_hash = $1 AND config_hash = $2 AND bundle_hash = $3 AND locale = $4 ORDER BY viewport`,
    namesOf(notice),
  );
  return rows.map(({ viewport, picture, browser, made_at, png }) => ({
    viewport: String(viewport) as Viewport,
    hash: String(picture),
    png: png as Uint8Array,
    browser: String(browser),
    madeAt: (made_at as Date).toISOString(),
  }));
}
