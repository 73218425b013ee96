import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CdpSession } from '../browser/cdp-connection.ts';

/** Half of the window's size is enough to see what was seen. */
const CLIP = { x: 0, y: 0, width: 1366, height: 900, scale: 0.5 };

/** Writes a picture of what the window shows; `undefined` where the page gives none. */
export async function takeScreenshot(
  session: CdpSession,
  folder: string,
  file: string,
): Promise<string | undefined> {
  const shot = await session
    .send('Page.captureScreenshot', { format: 'jpeg', quality: 60, clip: CLIP, optimizeForSpeed: true })
    .catch(() => undefined);
  if (!shot) return undefined;
  writeFileSync(join(folder, file), Buffer.from(shot.data, 'base64'));
  return file;
}
