/** A transparent picture of one dot, 43 bytes, as pixels answer with. */
export const BLANK_GIF: Uint8Array = Buffer.from(
  'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
  'base64',
);
