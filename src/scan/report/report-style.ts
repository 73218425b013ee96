import { DESIGN_TOKENS } from '../../model/design-tokens.ts';

/** The whole style of `report.html`. */
export const REPORT_STYLE: string = `${DESIGN_TOKENS}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 var(--sans);overflow-wrap:anywhere}
main,footer{max-width:68rem;margin:0 auto;padding:0 clamp(16px,4vw,40px)}
header{padding:clamp(32px,7vw,72px) 0 8px}
h1{font-size:clamp(1.7rem,4.4vw,2.6rem);line-height:1.15;letter-spacing:-.02em;margin:0 0 16px;text-wrap:balance}
h2{font-size:1.35rem;letter-spacing:-.01em;margin:56px 0 12px}
h3{font-size:1rem;margin:28px 0 8px;display:flex;gap:8px;align-items:baseline}
h3 span{color:var(--muted);font-weight:400}
p{margin:0 0 12px;max-width:44rem}
.lead{font-size:1.15rem}
.eyebrow,.muted,footer{color:var(--muted);font-size:.875rem}
.eyebrow{margin:0 0 8px}
code,.name{font-family:var(--mono);font-size:.875em}
.name{font-weight:600}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:12px;margin:24px 0 0;padding:0}
.figures div{background:var(--card);border:1px solid var(--line);border-radius:var(--radius);padding:14px 16px}
.figures dt{color:var(--muted);font-size:.875rem}
.figures dd{margin:0;font-size:1.6rem;font-weight:600;font-variant-numeric:tabular-nums}
.note{border-left:3px solid var(--warn);background:var(--card);border-radius:0 var(--radius) var(--radius) 0;padding:12px 16px;margin:20px 0 0}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:var(--radius);background:var(--card)}
table{border-collapse:collapse;width:100%;font-size:.9rem;overflow-wrap:break-word}
th,td{text-align:left;vertical-align:top;padding:9px 14px;border-top:1px solid var(--line);min-width:6rem;max-width:26rem;font-weight:400}
thead th{border-top:0;color:var(--muted);font-size:.8rem;white-space:nowrap}
tbody th{font-weight:600;min-width:12rem}
.told{list-style:none;margin:0;padding:0;background:var(--card);border:1px solid var(--line);border-radius:var(--radius);font-size:.9rem}
.told li{display:grid;grid-template-columns:minmax(0,1.1fr) minmax(0,1.5fr) minmax(0,1.4fr);gap:6px 24px;padding:12px 16px;border-top:1px solid var(--line)}
.told li:first-child{border-top:0}
.told p{margin:0}
.said{padding-left:10px;border-left:4px solid var(--line)}.said+.said{margin-top:6px}.said.granted{border-color:var(--warn)}.said.denied{border-color:var(--good)}.said+.muted{padding-left:14px}
td{font-variant-numeric:tabular-nums}td code{overflow-wrap:anywhere}
details{background:var(--card);border:1px solid var(--line);border-top-width:0}
details:first-of-type{border-top-width:1px;border-radius:var(--radius) var(--radius) 0 0}
details:last-of-type{border-radius:0 0 var(--radius) var(--radius)}
details:only-of-type{border-radius:var(--radius)}
summary{cursor:pointer;padding:12px 16px;display:grid;grid-template-columns:minmax(0,2.2fr) minmax(0,1.3fr) minmax(0,1.2fr) auto;gap:2px 16px;align-items:baseline}
summary::-webkit-details-marker{display:none}
summary::after{content:"+";color:var(--muted);font-family:var(--mono);grid-column:4;grid-row:1}
details[open]>summary::after{content:"–"}
summary .who{color:var(--muted);font-size:.9rem}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.body{padding:4px 16px 16px;border-top:1px solid var(--line)}
.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:4px 16px;margin:12px 0;font-size:.9rem}
.facts dt{color:var(--muted)}
.facts dd{margin:0}
.evidence{list-style:none;padding:0;margin:0;font-size:.875rem}
.evidence li{padding:8px 0;border-top:1px solid var(--line)}
.chain{color:var(--muted);margin:2px 0 0;padding-left:1.2rem}
.pages{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr));gap:16px;list-style:none;padding:0;margin:0}
.pages li{background:var(--card);border:1px solid var(--line);border-radius:var(--radius);overflow:hidden;font-size:.9rem}
.pages img{display:block;width:100%;height:auto;aspect-ratio:1366/900;object-fit:cover;object-position:top;border-bottom:1px solid var(--line);background:#fff}
.pages p{margin:0;padding:2px 14px}
.pages p:first-of-type{padding-top:10px;font-weight:600}
.pages p:last-of-type{padding-bottom:12px}
footer{padding-top:48px;padding-bottom:48px}
a{color:var(--accent)}
@media (max-width:46rem){.told li{grid-template-columns:minmax(0,1fr)}table{width:max-content;min-width:100%}tbody th{min-width:8rem}summary{grid-template-columns:minmax(0,1fr) auto}summary>*{grid-column:1}summary::after{grid-column:2}.facts{grid-template-columns:1fr;gap:0}.facts dd{margin-bottom:6px}}
@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--muted:#444;--line:#bbb;color-scheme:light}
body{font-size:10.5pt}details,.pages li,.told li,tr{break-inside:avoid}h2,h3{break-after:avoid}
details::details-content{content-visibility:visible!important;display:block!important;block-size:auto!important}summary::after{content:none}
.scroll{overflow:visible}.pages{grid-template-columns:repeat(3,1fr)}}`;
