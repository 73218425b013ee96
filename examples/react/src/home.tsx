import { ConsentGate, ConsentScript } from 'avowal/react';

export function Home() {
  return (
    <main>
      <h1>Film club</h1>
      <ConsentGate purpose="statistics" fallback={<p id="gate">Visits are not counted.</p>}>
        <p id="gate">Thank you for letting us count.</p>
      </ConsentGate>
      <ConsentScript service="counter" src="https://stats.example/count.js" data-site="film-club" />
    </main>
  );
}
