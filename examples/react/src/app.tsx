import { useConsent } from 'avowal/react';
import { type MouseEvent, useEffect, useState } from 'react';
import { Film } from './film.tsx';
import { Home } from './home.tsx';

export function App({ path: first }: { path: string }) {
  const [path, setPath] = useState(first);
  const { decided } = useConsent();
  useEffect(() => {
    const read = () => setPath(location.pathname);
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }, []);
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    event.preventDefault();
    history.pushState(null, '', event.currentTarget.href);
    setPath(location.pathname);
  };
  return (
    <>
      <nav>
        <a href="/" onClick={go}>
          Home
        </a>{' '}
        <a href="/film" onClick={go}>
          Film
        </a>{' '}
        <button type="button" data-avowal-action="open">
          Cookie settings
        </button>
      </nav>
      {path === '/film' ? <Film /> : <Home />}
      <footer>{decided ? 'You have answered.' : 'You have not answered yet.'}</footer>
    </>
  );
}
