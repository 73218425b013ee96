/** How a page gets the core: from an address, or inline. */
export type CoreSource = { readonly src: string } | { readonly inline: string };

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** The script tag that stands first in `<head>`. `nonce`: the one that this answer's policy of content security names. */
export function coreTag(core: CoreSource, nonce?: string): string {
  const attributes = nonce === undefined ? '' : ` nonce="${escaped(nonce)}"`;
  return 'src' in core
    ? `<script${attributes} src="${escaped(core.src)}"></script>`
    : `<script${attributes}>${core.inline}</script>`;
}

/** The source expression that lets an inline core run under a policy of content security without a nonce: `'sha256-…'`. */
export async function coreHash(inline: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(inline));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}
