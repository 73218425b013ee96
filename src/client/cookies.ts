/** What this browser keeps for the page; a page in a sandbox may not read it. */
export function readCookies(): string {
  try {
    return document.cookie;
  } catch {
    return '';
  }
}

/** The cookies at the start of the page: for each look at them, a page waits for another process. */
export const cookiesAtStart: string = readCookies();
