// Counts a visit the way the original does: two cookies on the page's own host, then one report.
(() => {
  const queue = window._paq || [];
  const setting = (name) => queue.find((call) => call[0] === name)?.[1];
  const site = setting('setSiteId') ?? '1';
  const tracker = setting('setTrackerUrl');

  // The original hashes the domain so that the cookies of two of its installations do not mix.
  let hash = 0;
  for (const letter of location.hostname) hash = (hash * 31 + letter.charCodeAt(0)) & 0xffff;
  const suffix = `.${site}.${hash.toString(16).padStart(4, '0')}`;

  const read = (name) => document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
  const secure = location.protocol === 'https:' ? '; secure' : '';
  const write = (name, value, seconds) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the original writes them this way.
    document.cookie = `${name}=${value}; max-age=${seconds}; path=/; samesite=lax${secure}`;
  };

  const idName = `_pk_id${suffix}`;
  const known = read(idName)?.split('=')[1]?.split('.')[0];
  const visitor =
    known ??
    Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join(
      '',
    );
  if (!known) write(idName, `${visitor}.${Math.floor(Date.now() / 1000)}`, 393 * 86400);
  write(`_pk_ses${suffix}`, '1', 30 * 60);

  const report = new URLSearchParams({
    action_name: document.title,
    idsite: site,
    rec: '1',
    url: location.href,
    urlref: document.referrer,
    _id: visitor,
    res: `${screen.width}x${screen.height}`,
  });
  new Image().src = `${tracker}?${report}`;
  window._paq = { push() {} };
})();
