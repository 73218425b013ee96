/**
 * One sheet for notice and preferences; the layout comes with the notice. Accept and Reject share every rule, stand in one row that stretches both alike,
 * and expose no part: a page cannot style them apart (LAW-L1-003). Colours come from the theme as custom properties.
 */
export const CSS = `:host{all:initial;font-size:15px;line-height:1.5;text-underline-offset:2px;color:var(--i)}
*{box-sizing:border-box}
.n,dialog{background:var(--p);color:var(--i);border:1px solid var(--l);border-radius:var(--r);box-shadow:0 16px 48px #0003;padding:0;flex-direction:column;margin:auto}
.n{position:fixed;z-index:2147483001;bottom:16px;width:min(416px,100% - 32px);max-height:calc(100% - 120px);display:flex}
.x{padding:20px 22px 4px;overflow:auto;overscroll-behavior:contain}
.b{display:flex;flex-wrap:wrap;gap:8px;padding:12px 22px 20px}
.b>*{flex:1 1 calc(50% - 8px);min-width:min-content}
h2,h3{font-size:15px;line-height:1.3;margin:0}
h2{font-size:18px;margin:0 0 8px;outline:0}
p{margin:0 0 6px}
.s,summary{color:var(--m);font-size:13.5px}
a{color:inherit}
button{all:unset;box-sizing:border-box;min-height:44px;padding:8px;display:grid;place-content:center;text-align:center;hyphens:auto;overflow-wrap:break-word;border-radius:calc(var(--r)*.7);background:var(--a);color:var(--o);font-weight:600;cursor:pointer;border:2px solid var(--a)}
.q{background:none;color:var(--i);border-color:var(--m)}
.l{all:unset;cursor:pointer;text-decoration:underline;padding:3px 0}
button::after{content:attr(data-twin);height:0;overflow:clip;visibility:hidden}
button:hover{text-decoration:underline}
:not(h2):focus-visible{outline:3px solid var(--a);outline-offset:2px}
dialog{width:min(680px,100% - 24px);max-height:min(760px,100% - 24px)}
dialog[open]{display:flex;overflow:hidden}
dialog::backdrop{background:#000a}
.f{border-top:1px solid var(--l);padding:12px 22px}
.y{float:inline-end;min-width:44px;font-size:22px;border:0;background:none;color:inherit;margin:-10px -12px 0 8px}
section{border-top:1px solid var(--l);margin-top:10px;padding-top:14px}
.r{display:flex;gap:14px;align-items:center;justify-content:space-between}
section p{margin:4px 0}
summary{cursor:pointer;padding:5px 0}
input{appearance:none;flex:none;width:46px;height:26px;border-radius:13px;margin:0;background:var(--p);border:2px solid var(--m);cursor:pointer;position:relative}
input::after{content:"";position:absolute;top:3px;inset-inline-start:3px;width:16px;height:16px;border-radius:13px;background:var(--m)}
input:checked{background:var(--a);border-color:var(--a)}
input:checked::after{inset-inline-start:23px;background:var(--o)}
.t{position:fixed;z-index:2147483001;bottom:56px;inset-inline:16px;margin:auto;width:fit-content;padding:10px 16px;border-radius:var(--r);background:var(--i);color:var(--p)}
.t:empty{padding:0}
@media(min-width:640px){.f>*{flex-basis:132px}}
@media(max-width:639px){.x{padding:16px 16px 0}.b{padding:10px 16px 16px}dialog{width:100%;max-width:100%;max-height:94%;margin-bottom:0;border-radius:var(--r) var(--r) 0 0}}
@media(max-height:480px){.n,dialog[open]{display:block;overflow:auto}}
@media(forced-colors:active){input{forced-color-adjust:none;--p:Canvas;--m:ButtonText;--a:Highlight;--o:HighlightText}}
@media print{.n,.t{display:none}}`;
