import type { NoticeButtonFacts } from '../../model/notice-facts.ts';

/** A button of a notice as the scan measures one. */
export const button = (change: Partial<NoticeButtonFacts>): NoticeButtonFacts => ({
  role: 'other',
  text: 'Accept all',
  x: 20,
  y: 700,
  width: 120,
  height: 44,
  fontPixels: 16,
  fontWeight: 600,
  colour: 'rgb(255, 255, 255)',
  background: 'rgb(20, 90, 60)',
  isUnderlined: false,
  ...change,
});
