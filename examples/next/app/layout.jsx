import { AvowalScript } from 'avowal/next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { Answered } from './answered.jsx';

export const metadata = { title: 'Film club', icons: 'data:,' };

export default async function RootLayout({ children }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html lang="en">
      <head>
        <AvowalScript src="/_avowal/c/example.js" nonce={nonce} />
      </head>
      <body>
        <nav>
          <Link href="/">Home</Link> <Link href="/film">Film</Link>{' '}
          <button type="button" data-avowal-action="open">
            Cookie settings
          </button>
        </nav>
        {children}
        <Answered />
      </body>
    </html>
  );
}
