const KINDS = ['fail', 'review', 'pass', 'inapplicable'];

/** What `audit.html` adds to the style of the scan's report; the filter works without a script. */
export const AUDIT_STYLE: string = `
.filter{border:0;padding:0;margin:0 0 16px;display:flex;flex-wrap:wrap;gap:8px}
.filter legend{padding:0;margin:0 0 8px;color:var(--muted);font-size:.875rem}
.filter label{cursor:pointer;border-radius:99px}
.filter input{position:absolute;opacity:0;width:1px;height:1px}
.filter span{display:block;padding:9px 14px;border:1px solid var(--line);border-radius:99px;background:var(--card);font-size:.9rem}
.filter b{font-weight:400;color:var(--muted);font-variant-numeric:tabular-nums}
.filter :checked+span{border-color:var(--ink);box-shadow:inset 0 0 0 1px var(--ink);font-weight:600}
.filter :focus-visible+span{outline:3px solid var(--accent);outline-offset:2px}
.group{margin-top:36px}
.group h3{display:block}
.group h3 span{margin-left:6px;white-space:nowrap}
.group>.facts{max-width:60rem}
.by{margin-top:14px}
.rules{margin:0;padding:0;list-style:none}
.rules li{border:0;padding:0 0 4px}
.findings{display:grid;gap:8px}
.findings details,.findings details:first-of-type,.findings details:last-of-type{border:1px solid var(--line);border-radius:var(--radius)}
.findings summary{grid-template-columns:6.5rem minmax(0,1fr) auto}
.findings summary::after{grid-column:3}
.badge{font-size:.8rem;font-weight:600;padding-left:10px;border-left:4px solid var(--line)}
.badge.error{border-color:#c4314b}.badge.warning{border-color:var(--warn)}.badge.review{border-color:#3d74c8}.badge.pass{border-color:#2f8f5b}
.findings .chain li{border:0;padding:2px 0}
.proof{display:block;max-width:min(22rem,100%);max-height:22rem;width:auto;height:auto;border:1px solid var(--line);border-radius:8px;margin-top:8px;background:#fff}
${KINDS.map((kind) => `main:has(#show-${kind}:checked) :is(.finding:not(.${kind}),.group:not(:has(.finding.${kind})))`).join(',')}{display:none}
@media (max-width:46rem){.findings summary{grid-template-columns:minmax(0,1fr) auto}.findings summary::after{grid-column:2}}
@media print{.filter{display:none}.finding,.group{display:block!important}}`;
