/** Style of the dashboard, after the design tokens. */
export const DASHBOARD_STYLE: string = `
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 var(--sans);-webkit-text-size-adjust:100%}
a{color:var(--accent);text-underline-offset:3px}
a:focus-visible,button:focus-visible,input:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
.skip{position:absolute;left:-999px}.skip:focus{left:12px;top:8px;background:var(--card);padding:6px 12px;z-index:1}
.top{border-bottom:1px solid var(--line);background:var(--card)}
.top nav,main{max-width:1120px;margin:0 auto;padding:0 24px}
.top ol{display:flex;flex-wrap:wrap;gap:4px 10px;list-style:none;margin:0;padding:14px 0}
.top li+li::before{content:"/";color:var(--muted);margin-right:10px}
.top a{text-decoration:none;color:var(--ink)}.top a:hover{text-decoration:underline}
.brand{font-weight:700;letter-spacing:-.01em}
main{padding-top:36px;padding-bottom:72px}
h1{font-size:clamp(1.6rem,4vw,2.1rem);line-height:1.2;letter-spacing:-.02em;margin:0 0 6px;overflow-wrap:anywhere}
h2{font-size:1.15rem;letter-spacing:-.01em;margin:0 0 4px}
h3{font-size:1rem;margin:20px 0 4px}
p{margin:0 0 12px}.lead,.hint{color:var(--muted)}.hint{font-size:.9rem}.lead{margin-bottom:28px}
.card{background:var(--card);border:1px solid var(--line);border-radius:var(--radius);padding:22px 24px;margin:0 0 20px;min-width:0}
.pair{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:0 20px;align-items:start}
.rates{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:8px 40px}.rates h3{margin-top:0}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,330px),1fr));gap:20px;list-style:none;margin:0;padding:0}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(88px,1fr));gap:14px 20px;margin:14px 0 22px;padding:0}
.figures div{display:flex;flex-direction:column-reverse;justify-content:flex-end}
.figures dt{color:var(--muted);font-size:.9rem}
.figures dd{margin:0;font-size:1.7rem;line-height:1.2;font-weight:650;letter-spacing:-.02em;font-variant-numeric:tabular-nums}
.facts{display:grid;grid-template-columns:minmax(150px,1fr) 3fr;gap:0;margin:12px 0 0}
.facts dt,.facts dd{padding:9px 0;border-top:1px solid var(--line);margin:0;overflow-wrap:anywhere}
.facts dt{color:var(--muted);padding-right:16px}
code,pre,.mono{font-family:var(--mono);font-size:.875em}
.hint,li,th[scope=row]{overflow-wrap:anywhere}
pre{background:var(--wash);border-radius:8px;padding:14px 16px;margin:10px 0;white-space:pre-wrap;overflow-wrap:anywhere;user-select:all}
.scroll{overflow-x:auto;margin:10px -24px -8px;padding:0 24px}
table{border-collapse:collapse;width:100%;font-size:.94rem}
th,td{text-align:left;padding:9px 16px 9px 0;border-top:1px solid var(--line);vertical-align:baseline}
thead th{border-top:0;color:var(--muted);font-weight:500;font-size:.875rem;white-space:nowrap}
tbody th{font-weight:500}td:last-child,th:last-child{padding-right:0}
.num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.nowrap{white-space:nowrap}
.tag{display:inline-block;border:1px solid var(--line);border-radius:99px;padding:0 10px;font-size:.84rem;white-space:nowrap}
.tag.granted,.tag.accept,.tag.pass{color:var(--accent);border-color:currentColor;background:var(--wash)}
.tag.save{color:var(--accent);border-color:currentColor}
.tag.denied,.tag.reject{color:var(--muted);border-color:currentColor}
.tag.withdraw,.tag.gpc,.tag.review{color:var(--warn);border-color:currentColor}
.tag.fail{color:var(--bad);border-color:currentColor}
.alert{border:1px solid var(--bad);border-left-width:5px;border-radius:var(--radius);padding:14px 18px;margin:0 0 20px;background:var(--card);overflow-wrap:anywhere}
.empty{border:1px dashed var(--line);border-radius:var(--radius);padding:20px;color:var(--muted);margin:12px 0 0}
.empty p:last-child{margin:0}
.chart{display:grid;grid-template-columns:auto minmax(0,1fr);gap:0 10px;color:var(--muted);font-size:.8rem;font-variant-numeric:tabular-nums}
.chart svg{display:block;width:100%;height:168px}.chart line{stroke:var(--line);stroke-width:1px;vector-effect:non-scaling-stroke}
.scale{display:flex;flex-direction:column;justify-content:space-between;text-align:right;margin:-9px 0}
.ends{grid-column:2;display:flex;justify-content:space-between;padding-top:6px}
rect.accept{fill:var(--accent)}rect.save{fill:color-mix(in srgb,var(--accent) 45%,var(--card))}rect.reject{fill:var(--muted)}
rect.withdraw{fill:var(--warn)}rect.gpc{fill:color-mix(in srgb,var(--warn) 45%,var(--card))}
.legend{display:flex;flex-wrap:wrap;gap:4px 18px;list-style:none;margin:12px 0 10px;padding:0;font-size:.875rem;color:var(--muted)}
.legend svg{display:inline-block;width:10px;height:10px;margin-right:7px}
.bar{display:block;width:100%;min-width:40px;height:8px;margin-top:8px}.bar .track{fill:var(--line)}.bar .fill{fill:var(--accent)}
summary{cursor:pointer;color:var(--accent);font-size:.9rem;width:fit-content}
form{display:flex;flex-wrap:wrap;gap:8px;align-items:end;margin:12px 0}
label{font-size:.9rem;color:var(--muted);display:block;flex:1 1 260px}
input{display:block;width:100%;margin-top:4px;font:inherit;font-family:var(--mono);font-size:.9rem;color:inherit;background:var(--paper);border:1px solid var(--muted);border-radius:8px;padding:8px 12px;min-height:42px}
button{font:inherit;font-weight:600;color:var(--on-accent);background:var(--accent);border:0;border-radius:8px;padding:8px 20px;min-height:42px;cursor:pointer}
.links{display:flex;flex-wrap:wrap;gap:6px 20px;list-style:none;margin:8px 0 0;padding:0}
.locked{max-width:560px;margin:8vh auto 0}
.cards .card{margin:0}.cards .figures{grid-template-columns:repeat(3,auto);margin-bottom:0}
@media (max-width:800px){.pair,.rates{grid-template-columns:minmax(0,1fr)}.rates h3{margin-top:20px}}
@media (max-width:560px){
.top nav,main{padding-left:16px;padding-right:16px}main{padding-top:24px}.card{padding:18px 16px}.scroll{margin-left:-16px;margin-right:-16px;padding:0 16px}
.facts{grid-template-columns:minmax(0,1fr)}.facts dd{border-top:0;padding-top:0}.facts dt{padding-bottom:0}
.stack thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.stack tr{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:2px 12px;border-top:1px solid var(--line);padding:10px 0}
.stack td{border:0;padding:1px 0}.stack td:first-child{grid-column:1/-1}.stack td:nth-child(even){order:1}.stack td:nth-child(4){text-align:right}.stack td:nth-child(3){order:2}.stack td:nth-child(4){order:3}.stack td:nth-child(5){order:1;text-align:right}
}`;
