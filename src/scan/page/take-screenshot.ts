import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { CdpSession } from '../browser/cdp-connection.ts';

/** Half of the window's size is enough to see what was seen. */
const DESKTOP = { width: 1366, height: 900, scale: 0.5 };

/** A page that never got anything to show gives no picture at all; milliseconds. */
const PATIENCE = 2500;

/** Writes a picture of what the window shows; `undefined` where the page gives none. */
export async function takeScreenshot(
  session: CdpSession,
  folder: string,
  file: string,
  size: { readonly width: number; readonly height: number; readonly scale: number } = DESKTOP,
): Promise<string | undefined> {
  const asked = session
    .send('Page.captureScreenshot', {
      format: 'jpeg',
      quality: 60,
      clip: { x: 0, y: 0, ...size },
      optimizeForSpeed: true,
    })
    .catch(() => undefined);
  const shot = await Promise.race([asked, setTimeout(PATIENCE, undefined, { ref: false })]);
  if (!shot) return undefined;
  writeFileSync(join(folder, file), Buffer.from(shot.data, 'base64'));
  return file;
}
