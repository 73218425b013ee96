import { hash } from 'node:crypto';
import type { NoticeName, Picture } from '../stores/picture-store.ts';

/** A notice that somebody was shown. */
export const NOTICE: NoticeName = {
  noticeHash: 'b'.repeat(64),
  configHash: 'a'.repeat(64),
  bundleHash: 'c'.repeat(64),
  locale: 'en',
};

/** A picture with these bytes. */
export const fixturePicture = (bytes: string, edit: Partial<Picture> = {}): Picture => ({
  viewport: 'phone',
  hash: hash('sha256', bytes),
  png: new TextEncoder().encode(bytes),
  browser: '150.0',
  madeAt: '2026-11-01T00:00:00.000Z',
  ...edit,
});

/** A picture of it. */
export const PICTURE: Picture = fixturePicture('small');
