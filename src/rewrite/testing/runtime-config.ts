import type { RuntimeConfig } from '../../model/runtime-config.ts';

/** A small site: a video and a statistics service that need consent, fonts that do not. */
export const RUNTIME_CONFIG: RuntimeConfig = {
  site: 'example',
  domains: ['example.org'],
  server: '/_avowal',
  configHash: '0'.repeat(64),
  purposes: [
    { id: 'necessary', required: true, revision: 'necessary.aaaa' },
    { id: 'media', required: false, revision: 'media.bbbb' },
    { id: 'statistics', required: false, revision: 'statistics.cccc' },
  ],
  services: [
    {
      id: 'video',
      name: 'Video',
      purposes: ['media'],
      hosts: ['video.test'],
      embed: true,
      revision: '.vid0000',
    },
    {
      id: 'stats',
      name: 'Stats',
      purposes: ['statistics'],
      hosts: ['stats.test', '*/stats.js'],
      embed: false,
      revision: '.sta0000',
    },
    {
      id: 'cdn',
      name: 'CDN',
      purposes: ['necessary'],
      hosts: ['cdn.test', 'video.test/player.css'],
      embed: false,
      revision: '.cdn0000',
    },
  ],
  trackers: [
    { name: '_st.*', kind: 'http-cookie', purpose: 'statistics', service: 'stats' },
    { name: 'shop', kind: 'http-cookie', purpose: 'media', service: null },
    { name: 'later', kind: 'local-storage', purpose: 'media', service: null },
  ],
  regime: { id: 'eu', mode: 'opt-in', gpc: 'keep' },
  validityMonths: 6,
  locales: { en: 'en' },
  uiRevision: 'u',
  reopen: {},
};
