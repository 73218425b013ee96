/** Sizes of the windows that a notice is pictured in, in CSS pixels. */
export const VIEWPORTS = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 800 },
} as const;

/** One of them. */
export type Viewport = keyof typeof VIEWPORTS;
