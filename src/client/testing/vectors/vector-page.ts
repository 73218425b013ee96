import type { Vector } from './vector.ts';
import { VECTORS } from './vectors.ts';

/** Gives every vector its address; `visit` keeps caches from answering. */
export type AddressOf = (vector: Vector) => string;

/** The name that a vector stores something under. */
export const storedName = ({ id }: Vector): string => `_st.${id}`;

/** Runs a vector's code and keeps what it promises, for a second and a half at most. */
const RUNNER = `<script>
  window.started = [];
  window.vector = (run) => {
    const late = new Promise((resolve) => setTimeout(resolve, 1500));
    started.push(Promise.race([run().catch(() => {}), late]));
  };
</script>`;

const scriptOf = (vector: Vector, at: string) =>
  `<script>vector(async () => {
    const at = ${JSON.stringify(at)}, name = ${JSON.stringify(storedName(vector))};
    ${vector.script}
  })</script>`;

/** An HTML page that tries every vector; `installation` is the HTML that brings the runtime. */
export function vectorPage(installation: string, addressOf: AddressOf): string {
  const fill = (html: string, vector: Vector) =>
    html
      .replaceAll('{at}', addressOf(vector))
      // The name under which an element is looked for that no server can see.
      .replace(/^<link/, `<link data-vector="${vector.id}"`);
  const parts = (place: 'head' | 'body') =>
    VECTORS.map((vector) => fill(vector[place] ?? '', vector))
      .filter(Boolean)
      .join('\n');
  const scripts = VECTORS.filter(({ script }) => script).map((vector) => scriptOf(vector, addressOf(vector)));
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Vectors</title>
${installation}
${RUNNER}
${parts('head')}
</head><body><main><h1>Page</h1>
${parts('body')}
${scripts.join('\n')}
</main></body></html>`;
}
