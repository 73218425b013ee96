// Sends a few readings of the browser, as a bot manager does to tell people from programs.
(() => {
  const readings = new URLSearchParams({
    width: String(screen.width),
    height: String(screen.height),
    languages: navigator.languages.join(','),
    automated: String(navigator.webdriver),
  });
  fetch('/akam/13/pixel_4f2a9c1d', { method: 'POST', body: readings })
    .then((answer) => answer.json())
    .catch(() => {});
})();
