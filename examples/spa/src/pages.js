// Plain HTML, as a server or a template would send it: nothing in it knows of consent.
export const pages = {
  '/': `<h1>Film club</h1><p id="gate"></p>`,
  '/film': `<h1>Tonight</h1>
    <iframe src="https://www.youtube.com/embed/aqz-KE-bpKQ" title="Big Buck Bunny" width="480" height="270"></iframe>`,
};
