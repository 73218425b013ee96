import { type FetchRules, fetchText } from './fetch-text.ts';

/** Whether the site says at the well-known address that it honours Global Privacy Control. */
export async function declaresGpc(origin: string, rules: FetchRules): Promise<boolean> {
  const text = await fetchText(new URL('/.well-known/gpc.json', origin).href, rules);
  try {
    return (JSON.parse(text ?? '') as { gpc?: unknown } | null)?.gpc === true;
  } catch {
    return false;
  }
}
