/** One sheet for notice, preferences and placeholders. Accept and Reject share one rule and cannot differ (LAW-L1-003). */
export const CSS = `:host{all:initial;--p:var(--avowal-paper,#fff);--i:var(--avowal-ink,#18211e);--m:#56625d;--l:#d3d8d4;--a:var(--avowal-accent,#0f5f50);--o:var(--avowal-on-accent,#fff);--w:#eef4f1;
font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--i)}
@media(prefers-color-scheme:dark){:host{--p:var(--avowal-paper,#1a211e);--i:var(--avowal-ink,#e8eeea);--m:#a5b2ac;--l:#414d47;--a:var(--avowal-accent,#7fd8bf);--o:var(--avowal-on-accent,#08201a);--w:#222d29}}
*{box-sizing:border-box}
.n,dialog{background:var(--p);color:var(--i);border:1px solid var(--l);border-radius:14px;box-shadow:0 12px 40px #0003;padding:20px 22px;overflow:auto;overscroll-behavior:contain}
.n{position:fixed;z-index:2147483001;inset-block-end:16px;inset-inline-start:16px;width:min(430px,100% - 32px);max-height:calc(100% - 32px)}
.n.banner{inset-inline:0;inset-block-end:0;width:auto;border-radius:14px 14px 0 0;border-width:1px 0 0;padding-inline:max(22px,50% - 560px)}
h2{font-size:18px;line-height:1.3;margin:0 0 8px;text-wrap:balance}
p{margin:0 0 10px}
.s{color:var(--m);font-size:13.5px}
a{color:var(--a);text-underline-offset:2px}
.b{display:flex;flex-wrap:wrap;gap:8px;margin-top:14px}
.n .b{position:sticky;inset-block-end:-20px;background:var(--p);margin-block-end:-20px;padding-block:8px 20px;margin-top:4px}
button{all:unset;box-sizing:border-box;flex:1 1 124px;min-height:44px;padding:10px 14px;text-align:center;border-radius:10px;background:var(--a);color:var(--o);font-weight:600;cursor:pointer}
button.q{background:none;color:var(--i);box-shadow:inset 0 0 0 1.5px var(--m)}
button:hover{filter:brightness(1.08)}
:focus-visible{outline:3px solid var(--a);outline-offset:2px}
dialog{width:min(680px,100% - 24px);max-height:min(760px,100% - 24px);padding:0;margin:auto;font:inherit}
dialog::backdrop{background:#0f1513a6}
.d{padding:20px 22px 8px}
.f{position:sticky;bottom:0;background:var(--p);border-top:1px solid var(--l);padding:12px 22px;margin:0}
.x{all:unset;float:inline-end;width:36px;min-height:36px;line-height:36px;text-align:center;font-size:22px;cursor:pointer;border-radius:8px;margin:-6px -8px 0 8px}
section{border-top:1px solid var(--l);padding:14px 0 12px}
.r{display:flex;gap:14px;align-items:center;justify-content:space-between}
h3,h4{font-size:16px;margin:0;line-height:1.35}h4{font-size:14.5px}
section>p{margin:4px 0 6px}
summary{cursor:pointer;color:var(--m);font-size:13.5px;padding:5px 0;border-radius:4px}
article{background:var(--w);border-radius:10px;padding:12px 14px;margin:8px 0;font-size:14px}
article p{margin:3px 0}
ul{margin:8px 0 0;padding:8px 0 0;list-style:none;border-top:1px solid var(--l)}li{margin:0 0 8px}
code{font:600 12.5px ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere}
input{appearance:none;flex:none;width:46px;height:26px;border-radius:13px;margin:0;background:var(--p);border:2px solid var(--m);cursor:pointer;position:relative;transition:background .15s}
input::after{content:"";position:absolute;inset-block-start:3px;inset-inline-start:3px;width:16px;height:16px;border-radius:8px;background:var(--m);transition:inset-inline-start .15s}
input:checked{background:var(--a);border-color:var(--a)}input:checked::after{inset-inline-start:23px;background:var(--o)}
.t{position:fixed;z-index:2147483002;inset-block-end:56px;left:50%;transform:translateX(-50%);width:max-content;max-width:calc(100% - 32px);padding:10px 16px;border-radius:10px;background:var(--i);color:var(--p)}
.t:empty{padding:0}
.t button{all:unset;cursor:pointer;font-weight:600;text-decoration:underline;margin-inline-start:10px;min-height:24px}
.e{display:flex;flex-direction:column;justify-content:center;min-height:100%;background:var(--w);border:1px solid var(--l);border-radius:12px;padding:18px 20px}
.k{font-weight:600;font-size:16px;margin:0 0 2px}
.e .b{margin-top:6px}.e button{flex:0 1 auto}
@media(max-width:480px){.n{inset:auto 8px 8px;width:auto;max-height:calc(100% - 16px);padding:16px}.d,.f{padding-inline:16px}dialog{width:100%;max-width:100%;max-height:94%;margin-block-end:0;border-radius:14px 14px 0 0}}
@media(max-height:400px){.f{position:static}}
@media(prefers-reduced-motion:reduce){*{transition:none!important}}
@media(forced-colors:active){button{border:2px solid ButtonText}input,input::after{forced-color-adjust:none}}
@media print{.n,.t{display:none}}`;
