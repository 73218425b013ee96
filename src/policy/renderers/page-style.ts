/** Look of the policy page, on top of the design tokens. */
export const PAGE_STYLE: string = `
*{box-sizing:border-box}[hidden]{display:none!important}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%;hyphens:manual}
body{margin:0;padding:clamp(28px,6vw,72px) clamp(18px,5vw,56px) 112px;background:var(--paper);color:var(--ink);
font:1.0625rem/1.65 var(--sans);overflow-wrap:break-word}
header,.sheet{max-width:71rem;margin-inline:auto}
h1,h2,h3,h4{line-height:1.22;text-wrap:balance}
h1{font-size:clamp(2.1rem,5.5vw,3.1rem);font-weight:650;letter-spacing:-.025em;margin:.1em 0 .3em}
h2{font-size:1.5rem;font-weight:650;letter-spacing:-.014em;margin:0 0 .7em;scroll-margin-top:24px}
h3{font-size:1.1875rem;font-weight:650;margin:2.1em 0 .5em}
h4{font-size:1rem;font-weight:650;margin:1.5em 0 .4em}
p,ul,dl{margin:0 0 1em;max-width:41rem;text-wrap:pretty}
ul{padding-inline-start:1.15em}li{margin-block:.35em;padding-inline-start:.2em}li::marker{color:var(--muted)}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.2em}a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:3px}
:lang(ko){word-break:keep-all}
[dir=rtl] :is(p,dd,td div){unicode-bidi:plaintext;text-align:right}a,strong,code{unicode-bidi:isolate}
code{direction:ltr;font:.9em var(--mono);overflow-wrap:anywhere;white-space:break-spaces}
.skip{position:absolute;inset-block-start:-100px;inset-inline-start:16px;padding:8px 14px;background:var(--card)}
.skip:focus{inset-block-start:12px;z-index:1}
header{padding-block-end:clamp(20px,4vw,36px)}
.site{margin:0;font-weight:600;color:var(--accent)}.updated{margin:0;color:var(--muted)}
section{border-block-start:1px solid var(--line);padding-block:clamp(26px,4vw,40px) clamp(14px,2.4vw,24px)}
nav{display:none}
h3{display:flex;flex-wrap:wrap;align-items:center;gap:.3em .6em}
.status{padding:.16em .7em;border-radius:99px;
background:var(--wash);color:var(--ink);font-size:.8125rem;font-weight:500;letter-spacing:0;line-height:1.4}
table{width:100%;border-collapse:collapse;margin:1.1em 0 1.4em;font-size:.9375rem;line-height:1.5}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{text-align:start;vertical-align:top;font-weight:400;overflow-wrap:anywhere}
thead th{color:var(--muted);font-size:.8125rem;font-weight:600}
small{display:block;font-size:.8125rem;line-height:1.45;color:var(--muted)}
tbody th code{font-weight:600}
.controls{display:flex;flex-wrap:wrap;gap:12px;margin:1.4em 0}
button{appearance:none;min-height:46px;padding:10px 20px;border:1px solid var(--accent);border-radius:var(--radius);
background:var(--accent);color:var(--on-accent);font:600 1rem/1.3 var(--sans);cursor:pointer}
button:hover{text-decoration:underline;text-underline-offset:.2em}
.callout{padding:14px 18px;border-radius:var(--radius);background:var(--wash)}
dl div{padding-block:9px;border-block-end:1px solid var(--line)}dl div:first-child{border-block-start:1px solid var(--line)}
dt{color:var(--muted);font-size:.9375rem}dd{margin:0;overflow-wrap:anywhere}
@media (scripting:none){.controls{display:none}}
@media screen and (max-width:57.99rem){
table,tbody,tr,tbody th,td{display:block}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{margin-block-end:12px;padding:14px 16px;background:var(--card);border:1px solid var(--line);border-radius:var(--radius)}
tbody th{padding-block-end:4px}
td{display:grid;grid-template-columns:6.4rem minmax(0,1fr);gap:12px;padding-block:5px}
td::before{content:attr(data-label);color:var(--muted);font-size:.8125rem;line-height:1.75}
.columns-5 td:nth-child(2){display:block}.columns-5 td:nth-child(2)::before{content:none}}
@media print,(min-width:58rem){
table{table-layout:fixed}
th,td{padding:11px 16px 11px 0}[dir=rtl] :is(th,td){padding:11px 0 11px 16px}
thead th{border-block-end:1px solid var(--line);padding-block:0 8px}
tbody tr+tr>*{border-block-start:1px solid var(--line)}tbody tr:last-child>*{border-block-end:1px solid var(--line)}
.columns-5 th:nth-child(1){width:21%}.columns-5 th:nth-child(n+3){width:17%}
dl div{display:grid;grid-template-columns:12rem minmax(0,1fr);gap:16px}}
@media screen and (min-width:76rem){
.sheet{display:grid;grid-template-columns:13.5rem minmax(0,1fr);gap:4.5rem}
main section:first-child{border-block-start-color:transparent;padding-block-start:0}
nav{display:block;position:sticky;inset-block-start:32px;align-self:start;font-size:.9375rem;line-height:1.4}
nav p{margin:.3em 0 .7em;color:var(--muted);font-size:.8125rem;font-weight:600}
nav ol{list-style:none;margin:0;padding:0;border-inline-start:1px solid var(--line)}
nav li{margin:0;padding:0}nav a{display:block;padding:6px 0 6px 14px;color:var(--ink);text-decoration:none}
nav a:hover{color:var(--accent);text-decoration:underline}}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
@media print{
:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#000;--muted:#444;--line:#bbb;--accent:#000;--wash:#eee}
body{padding:0;font-size:10pt}table{font-size:8.5pt}small,thead th,.status{font-size:7.5pt}nav,.controls,.skip{display:none}.sheet{display:block}
h2,h3,h4,thead{break-after:avoid}tr,li,dl div{break-inside:avoid}
a{color:inherit}main a[href^=http]::after{content:" (" attr(href) ")";font-size:.85em;overflow-wrap:anywhere}}
`;
