/** Language of the page where the notice exists in it, else its base language, else the first (LAW-L1-013). */
export function pageLocale(locales: Readonly<Record<string, string>>): string {
  const wanted = (document.documentElement.lang || navigator.language).toLowerCase();
  return (
    locales[wanted] ?? locales[wanted.split(/[-_]/)[0] as string] ?? (Object.values(locales)[0] as string)
  );
}
