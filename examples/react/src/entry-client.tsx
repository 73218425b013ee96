import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { App } from './app.tsx';

hydrateRoot(
  document.getElementById('root') as HTMLElement,
  <StrictMode>
    <App path={location.pathname} />
  </StrictMode>,
);
