import type { TestProject } from 'vitest/node';
import { installExamples } from './install-examples.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Why the frameworks could not be installed; empty when they are there. */
    readonly missing: string;
  }
}

/** Vitest calls this before the first test. */
export function setup(project: TestProject): void {
  const missing = installExamples();
  if (missing) console.warn(`Every example is skipped: ${missing}.`);
  project.provide('missing', missing);
}
