/** A screen with mail, calendar and people: the picture of the home page. Colours come from the style sheet. */
export const DESK_PICTURE = `<svg class="picture" viewBox="0 0 560 440" role="img" aria-label="Mail, calendar and a call on one screen">
<ellipse cx="288" cy="404" rx="236" ry="20" class="p-shade"/>
<circle cx="448" cy="92" r="64" class="p-sun"/>
<rect x="48" y="70" width="400" height="284" rx="18" class="p-frame"/>
<rect x="62" y="84" width="372" height="256" rx="8" class="p-screen"/>
<rect x="62" y="84" width="66" height="256" rx="8" class="p-side"/>
<g class="p-dim"><rect x="78" y="106" width="34" height="8" rx="4"/><rect x="78" y="128" width="26" height="8" rx="4"/><rect x="78" y="150" width="30" height="8" rx="4"/></g>
<g class="p-row"><circle cx="156" cy="118" r="11" class="p-a"/><rect x="176" y="108" width="104" height="8" rx="4"/><rect x="176" y="122" width="72" height="6" rx="3" class="p-faint"/></g>
<g class="p-row"><circle cx="156" cy="166" r="11" class="p-b"/><rect x="176" y="156" width="86" height="8" rx="4"/><rect x="176" y="170" width="110" height="6" rx="3" class="p-faint"/></g>
<g class="p-row"><circle cx="156" cy="214" r="11" class="p-c"/><rect x="176" y="204" width="96" height="8" rx="4"/><rect x="176" y="218" width="60" height="6" rx="3" class="p-faint"/></g>
<g class="p-row"><circle cx="156" cy="262" r="11" class="p-a"/><rect x="176" y="252" width="76" height="8" rx="4"/><rect x="176" y="266" width="98" height="6" rx="3" class="p-faint"/></g>
<path d="M208 354h80l10 40h-100z" class="p-frame"/><rect x="168" y="388" width="160" height="12" rx="6" class="p-frame"/>
<g><rect x="300" y="150" width="212" height="168" rx="16" class="p-card"/>
<path d="M300 192v-26a16 16 0 0 1 16-16h180a16 16 0 0 1 16 16v26z" class="p-b"/>
<rect x="318" y="166" width="76" height="9" rx="4" class="p-onb"/>
<g class="p-cell"><rect x="318" y="208" width="30" height="24" rx="5"/><rect x="356" y="208" width="30" height="24" rx="5"/><rect x="394" y="208" width="30" height="24" rx="5" class="p-a"/><rect x="432" y="208" width="30" height="24" rx="5"/><rect x="470" y="208" width="26" height="24" rx="5"/>
<rect x="318" y="240" width="30" height="24" rx="5"/><rect x="356" y="240" width="68" height="24" rx="5" class="p-c"/><rect x="432" y="240" width="30" height="24" rx="5"/><rect x="470" y="240" width="26" height="24" rx="5"/>
<rect x="318" y="272" width="30" height="24" rx="5"/><rect x="356" y="272" width="30" height="24" rx="5"/><rect x="394" y="272" width="30" height="24" rx="5"/><rect x="432" y="272" width="64" height="24" rx="5" class="p-a"/></g></g>
<g><rect x="16" y="252" width="150" height="104" rx="16" class="p-card"/>
<path d="m16 276 75 50 75-50" class="p-line"/><circle cx="91" cy="322" r="13" class="p-b"/></g>
</svg>`;

/** Three figures for the services of the home page. */
export const SMALL_PICTURES = {
  mail: '<svg viewBox="0 0 48 48" aria-hidden="true"><rect x="5" y="11" width="38" height="27" rx="6" class="p-card2"/><path d="m6 15 18 13 18-13" class="p-line"/></svg>',
  calendar:
    '<svg viewBox="0 0 48 48" aria-hidden="true"><rect x="6" y="9" width="36" height="33" rx="6" class="p-card2"/><path d="M6 19h36" class="p-line"/><path d="M16 5v8M32 5v8" class="p-line"/><rect x="26" y="26" width="9" height="9" rx="2" class="p-a"/></svg>',
  people:
    '<svg viewBox="0 0 48 48" aria-hidden="true"><circle cx="17" cy="18" r="8" class="p-c"/><circle cx="33" cy="20" r="6.5" class="p-a"/><path d="M4 41c0-8 5.500-12 13-12s13 4 13 12z" class="p-c"/><path d="M32 41c0-5-1-8-3-10 1.200-.6 2.500-1 4-1 6 0 10 4 10 11z" class="p-a"/></svg>',
  server:
    '<svg viewBox="0 0 48 48" aria-hidden="true"><rect x="8" y="7" width="32" height="14" rx="4" class="p-card2"/><rect x="8" y="26" width="32" height="14" rx="4" class="p-card2"/><circle cx="15" cy="14" r="2.500" class="p-a"/><circle cx="15" cy="33" r="2.500" class="p-b"/><path d="M23 14h11M23 33h11" class="p-line"/></svg>',
} as const;
