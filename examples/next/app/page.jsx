import { ConsentGate, ConsentScript } from 'avowal/next';
import { headers } from 'next/headers';

// A server component: what waits is rendered on the server, and mounted once it is granted.
export default async function Home() {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <main>
      <h1>Film club</h1>
      <ConsentGate purpose="statistics" fallback={<p id="gate">Visits are not counted.</p>}>
        <p id="gate">Thank you for letting us count.</p>
      </ConsentGate>
      <ConsentScript
        service="counter"
        src="https://stats.example/count.js"
        data-site="film-club"
        nonce={nonce}
      />
    </main>
  );
}
