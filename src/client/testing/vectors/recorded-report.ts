import { readFileSync } from 'node:fs';
import type { TestedEngine } from '../engines/engines.ts';
import type { EngineReport } from './report.ts';

/** Where the results of an engine are kept, from which docs/blocking.md is made. */
export const recordOf = (engine: TestedEngine['id']): string => `docs/blocking/${engine}.json`;

/** The results of an engine as `npm run blocking` recorded them. */
export const recordedReport = (engine: TestedEngine['id']): EngineReport =>
  JSON.parse(readFileSync(new URL(`../../../../${recordOf(engine)}`, import.meta.url), 'utf8'));
