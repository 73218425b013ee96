/** Words of a notice that says all that a consent rests on, with a link to the policy. */
export const COMPLETE_TEXT: string =
  'Fleet Ltd asks for your consent to count visits, with the help of another company, Google. If you refuse, the site works as well. You can withdraw your consent at any time in the cookie settings at the foot of each page. <a href="/cookies">Cookie policy</a>';

/** Footer of a page with the link that every page has. */
export const FOOTER: string = '<footer><a href="/cookies">Cookie policy</a></footer>';

/** A cookie policy that names these, each with what it is for and how long it stays. */
export const cookiePolicy = (
  rows: readonly (readonly [name: string, purpose: string, life: string])[],
): string =>
  `<p>Fleet Ltd, 1 Harbour Road, is responsible for this site. This page says what the site keeps on your device, what for, for
how long, and who can read it. You can change your mind at any time.</p>
<table><tr><th>Name</th><th>Purpose</th><th>Kept for</th></tr>${rows
    .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</table>
<p>Only this site and the companies that the table names have access. Nothing else is stored, and nothing is sold.</p>`;

export const ANSWER = ['answer', 'keeps your answer', '200 days'] as const;
export const GA = ['_ga', 'counts visits, by Google Analytics', '1 year'] as const;
