/** Headers of the scripts: any page may load them, cross-origin isolated ones included. */
export const SCRIPT_HEADERS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'timing-allow-origin': '*',
};
