import avowal from 'avowal';
import { pages } from './pages.js';

const main = document.querySelector('main');

function showConsent() {
  document.querySelector('footer').textContent = avowal.decided
    ? 'You have answered.'
    : 'You have not answered yet.';
  const gate = document.querySelector('#gate');
  if (gate)
    gate.textContent = avowal.isGranted('counter')
      ? 'Thank you for letting us count.'
      : 'Visits are not counted.';
}

/** Counts the visit once, on a page that is open when the visitor allows it. */
let isCounted = false;
function countVisit() {
  if (isCounted) return;
  const script = document.createElement('script');
  script.dataset.site = 'film-club';
  script.src = 'https://stats.example/count.js';
  script.onload = () => {
    isCounted = true;
  };
  main.append(script);
}

function render() {
  main.innerHTML = pages[location.pathname] ?? pages['/'];
  if (location.pathname === '/') countVisit();
  showConsent();
}

/** Shows the page of the address, with a transition where the browser has them. */
function navigate() {
  if (document.startViewTransition) document.startViewTransition(render);
  else render();
}

document.querySelector('nav').addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (!link) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  navigate();
});
addEventListener('popstate', navigate);
avowal.on('choice', showConsent);
render();
