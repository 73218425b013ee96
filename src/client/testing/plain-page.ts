/** A small page in one language with the runtime in its head. */
export const plainPage = (lang = 'en', body = '<h1>Page</h1>', style = ''): string =>
  `<!doctype html><html lang="${lang}"><head><title>Page</title>` +
  `<meta name="viewport" content="width=device-width"><style>${style}</style>{CORE}</head><body><main>${body}</main></body></html>`;
