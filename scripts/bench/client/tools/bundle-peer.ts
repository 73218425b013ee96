import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const ENTRY = fileURLToPath(new URL('../peers/entry.jsx', import.meta.url));

/** Bundles a program for a page as a production build does; `code` imports from the peers' node_modules. */
export async function bundlePeer(code: string): Promise<string> {
  const bundle = await rolldown({
    input: ENTRY,
    transform: { target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === ENTRY ? id : undefined),
        load: (id) => (id === ENTRY ? { code, moduleType: 'jsx' } : undefined),
      },
    ],
    onLog: () => {},
  });
  const { output } = await bundle.generate({
    format: 'es',
    minify: true,
    comments: false,
    codeSplitting: false,
  });
  await bundle.close();
  return output[0].code;
}
