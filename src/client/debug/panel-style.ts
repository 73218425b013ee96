/** The look of the order monitor; the colours are those of the other surfaces. */
export const CSS = `:host{all:initial;color-scheme:light dark;--c:light-dark(#fff,#1a211e);--w:light-dark(#f4f4ef,#111614);--i:light-dark(#18211e,#e8eeea);--m:light-dark(#56625d,#a5b2ac);--l:light-dark(#dcdad2,#35403b);--a:light-dark(#0f5f50,#7fd8bf)}
*{box-sizing:border-box;margin:0}
[popover]{position:fixed;inset:16px 16px auto auto;width:min(440px,100% - 32px);max-height:min(760px,100% - 32px);padding:0;border:1px solid var(--l);border-radius:14px;background:var(--c);color:var(--i);font:13px/1.45 system-ui,sans-serif;overflow:hidden;box-shadow:0 12px 40px #0003}
:popover-open{display:flex;flex-direction:column}
.h{display:flex;gap:10px;align-items:center;padding:8px 8px 0 16px}
.h+.h{padding:2px 8px 10px 16px}
h2,h3,summary{font-size:15px;font-weight:600;flex:1}
h3,summary{font-size:13px}
button{all:unset;min-width:16px;line-height:32px;padding:0 8px;text-align:center;border-radius:8px;cursor:pointer;color:var(--a);font-weight:600}
button:hover{background:var(--w)}
:focus-visible{outline:2px solid var(--a);outline-offset:-2px}
.pass{--v:light-dark(#1c6b3c,#86d8a4)}.review{--v:light-dark(#7a5200,#f0c468)}.fail{--v:light-dark(#a3271f,#ff9e92)}
output{padding:2px 10px;border-radius:9px;font-weight:600;color:var(--c);background:var(--v)}
i{font-style:normal;flex:1}
i,small,time{color:var(--m);font-size:12px}
details{overflow:auto;border-top:1px solid var(--l);background:var(--w);padding:0 16px}
summary{cursor:pointer}
summary,details .h{padding:12px 0 8px}
label{display:flex;gap:6px;align-items:center;font-size:12px}
input{accent-color:var(--a)}
ol{list-style:none;padding:0;background:var(--c);border:1px solid var(--l);border-radius:10px}
li{display:grid;grid-template-columns:16px 1fr auto;gap:1px 8px;padding:6px 12px;align-items:baseline}
li+li{border-top:1px solid var(--l)}
li::before{content:"–";color:var(--v,var(--m));font-weight:800;text-align:center}
li.signal::before{content:"→"}li.choice::before{content:"◆"}li.pass::before{content:"✓"}li.fail::before{content:"✕"}li.review::before{content:"!"}
.fail b,.review b{color:var(--v)}
b{font-weight:600;overflow-wrap:anywhere}.inapplicable:not(.signal,.choice) b{color:var(--m)}
code,code+small{grid-column:2/-1;overflow-wrap:anywhere}
code{font:11.5px/1.5 ui-monospace,monospace}
b+small{grid-column:3;max-width:180px;text-align:end}
ol:last-child{margin-bottom:16px}
@media(max-width:520px){[popover]{inset:8px 8px auto;width:auto;max-height:66%}}`;
