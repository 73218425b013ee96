import type { Viewport } from '../records/viewports.ts';

/** All that decides how a notice looked, as a record names it. */
export interface NoticeName {
  readonly noticeHash: string;
  readonly configHash: string;
  readonly bundleHash: string;
  readonly locale: string;
}

/** A picture of a notice, kept under the SHA-256 (hex) of its bytes. */
export interface Picture {
  readonly viewport: Viewport;
  readonly hash: string;
  /** A PNG file. */
  readonly png: Uint8Array;
  /** Version of the Chromium that made it. */
  readonly browser: string;
  /** ISO 8601. */
  readonly madeAt: string;
}

/** Keeps how notices looked: the first picture of a notice in a viewport stays, whatever a later browser makes of it. */
export interface PictureStore {
  /** Keeps those that there are none of yet. */
  keepPictures(notice: NoticeName, pictures: readonly Picture[]): Promise<void>;
  /** What is kept, in the order of the viewports' names. */
  findPictures(notice: NoticeName): Promise<readonly Picture[]>;
}
