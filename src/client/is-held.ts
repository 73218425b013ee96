/** Whether a marked script of the page, known by a part of its text, waits for consent. */
export const isHeld = (part: string): boolean =>
  [...document.scripts].some(({ dataset, text }) => dataset.avowal && text.includes(part));
