// Remembers which articles were read, on this device alone.
(() => {
  const KEY = 'kopano_reading_list';
  const article = document.querySelector('[data-article]')?.dataset.article;
  const note = document.getElementById('reading-list');
  if (!article || !note) return;
  let read = [];
  try {
    read = JSON.parse(localStorage.getItem(KEY) ?? '[]');
  } catch {
    // Storage is blocked, or somebody else wrote to it: begin anew.
  }
  if (!Array.isArray(read)) read = [];
  const before = read.includes(article);
  try {
    localStorage.setItem(KEY, JSON.stringify([article, ...read.filter((id) => id !== article)].slice(0, 20)));
  } catch {
    return;
  }
  if (before)
    note.textContent = 'You have read this article before. It is on your reading list, on this device.';
})();
