/**
 * Avowal in Next.js: the script for the root layout, and everything of `avowal/react`.
 * @module
 */
export * from '../react/index.ts';
export { AvowalScript, type AvowalScriptProps } from './avowal-script.ts';
