/** Style rules of what is loaded later: service cards, reasons, placeholders. */
const CSS = `article{background:var(--w);border-radius:var(--r);padding:12px 14px;margin:8px 0}
h4{font-size:15px;line-height:1.35;margin:0}
article p{margin:4px 0}
ul{list-style:none;margin:10px 0 0;padding:10px 0 0;border-top:1px solid var(--l)}
li+li{margin-top:10px}
.r:has(:checked)+.g{display:none}
section p,h4{unicode-bidi:plaintext}
:host([dir=rtl]) section p{text-align:right}
code{direction:ltr;unicode-bidi:isolate;font:600 13px ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.e{position:relative;display:flex;min-height:100%;align-items:safe center;justify-content:safe center;background:var(--w);border:1px solid var(--l);border-radius:var(--r);padding:16px;overflow:auto}
.c{max-width:560px}
.z .c{position:relative;background:var(--p);padding:16px 18px;border-radius:var(--r)}
img{position:absolute;inset:0;width:100%;height:100%;object-fit:cover}
.k{font-weight:600;font-size:16px;margin:0 0 2px}
.e .b{max-width:380px;padding:10px 0 0}
@media print{img{display:none}}`;

/** The sheet, once for every root. */
export const detailsSheet: CSSStyleSheet = new CSSStyleSheet();
detailsSheet.replaceSync(CSS);
