/**
 * The look of everything Avowal shows outside the notice (policy page, report, dashboard): one sheet of custom properties.
 * Every text colour has at least 4.5:1 on `--paper` and on `--card`, in both schemes (WCAG 2.2 SC 1.4.3).
 */
export const DESIGN_TOKENS: string = `:root{color-scheme:light dark;
--paper:#f8f7f3;--card:#fff;--ink:#18211e;--muted:#56625d;--line:#dcdad2;--accent:#0f5f50;--on-accent:#fff;--wash:#e8f1ed;
--good:#1c6b3c;--warn:#7a5200;--bad:#a3271f;--radius:10px;--gap:16px;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;--mono:ui-monospace,"SF Mono",Menlo,Consolas,monospace}
@media (prefers-color-scheme:dark){:root{
--paper:#111614;--card:#1a211e;--ink:#e8eeea;--muted:#a5b2ac;--line:#35403b;--accent:#7fd8bf;--on-accent:#08201a;--wash:#1d2d28;
--good:#86d8a4;--warn:#f0c468;--bad:#ff9e92}}`;
