import type { StoredChoice } from '../model/choice.ts';
import { readChoice } from '../model/choice-cookie.ts';
import { config } from './config.ts';
import { readCookies } from './cookies.ts';

/** Reads the choice that this browser keeps, as far as it still counts. */
export const loadChoice = (cookies: string = readCookies()): StoredChoice | undefined =>
  readChoice(cookies, config, Date.now());
